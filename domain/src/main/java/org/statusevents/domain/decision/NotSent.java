package org.statusevents.domain.decision;

/// Why an event made no update for a channel: the closed list, in the order in which the reasons
/// are examined, so that the greatest of several is the one that came nearest to being sent.
public enum NotSent {
  STATUS_UPDATES_OFF("status updates are switched off for the store"),
  NO_LABEL_CONFIGURED("the event has no label in the table"),
  NOTIFY_OFF("the event's row does not notify"),
  UNCHANGED("nothing that the channel would be told changed"),
  NO_CHANNEL("the order has no channel"),
  CHANNEL_PAUSED("the channel is paused"),
  NO_MAPPING("the channel's mapping says not to send this label"),
  CHANNEL_CANNOT("the channel cannot express this change"),
  DUPLICATE("the same was already sent");

  private final String sentence;

  NotSent(String sentence) {
    this.sentence = sentence;
  }

  /// The reason in words that follow "because".
  public String sentence() {
    return sentence;
  }
}
