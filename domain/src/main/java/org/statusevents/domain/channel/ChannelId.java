package org.statusevents.domain.channel;

import java.util.Optional;
import java.util.regex.Pattern;

/// The merchant's id of a channel, unique in its store.
public record ChannelId(String value) implements Comparable<ChannelId> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,39}");

  public ChannelId {
    problemWith(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /// Why `text` cannot be a channel id, as a sentence; empty when it can.
  public static Optional<String> problemWith(String text) {
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("channel: (expected: 1..40 of A-Z a-z 0-9 . _ -, first a letter or digit)");
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
