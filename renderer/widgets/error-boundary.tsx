import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { messageOf } from '../api.ts';

type Props = { what: string; children: ReactNode };
type State = { error: unknown };

/** Keeps a fault in one part of the window from taking the rest with it. Saved work is not touched by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Stack p="xl" gap="sm" align="flex-start" role="alert">
        <Title order={2} size="h4">
          {this.props.what} cannot be shown
        </Title>
        <Text>
          Your study is saved. Try once more; if it happens again, close the window and open the study anew.
        </Text>
        <Code block>{messageOf(this.state.error)}</Code>
        <Button variant="default" onClick={() => this.setState({ error: undefined })}>
          Try again
        </Button>
      </Stack>
    );
  }
}
