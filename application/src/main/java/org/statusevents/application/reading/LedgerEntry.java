package org.statusevents.application.reading;

import java.time.Instant;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// What one event, or a resend by hand, came to on one channel. `reason` is there exactly where
/// `state` is [UpdateState#NOT_SENT], and `update` exactly where it is not. Without a channel: none
/// takes the order. `event` is empty for a resend. `words` are the receiver's last.
public record LedgerEntry(
    OrderNumber order,
    long sequence,
    Optional<String> event,
    Optional<ChannelId> channel,
    UpdateState state,
    Optional<NotSent> reason,
    Optional<UpdateId> update,
    int attempts,
    Optional<String> words,
    Instant owedAt,
    Optional<Instant> lastAttemptAt,
    Optional<Instant> nextAttemptAt,
    Optional<String> discardedBy) {}
