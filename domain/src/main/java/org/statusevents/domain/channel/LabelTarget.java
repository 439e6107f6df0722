package org.statusevents.domain.channel;

/// What a label becomes on a channel (R39).
public sealed interface LabelTarget {
  /// The cart's own word for it; the label itself where nothing is mapped.
  record CartStatus(String text) implements LabelTarget {}

  /// Updates that end at this label are not sent to the channel.
  record DoNotSend() implements LabelTarget {}
}
