package org.statusevents.domain.delivery;

import java.time.Instant;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.UpdateContent;

/// What a channel is owed about one order after an operation. `position` counts 1..n per lane;
/// `supersedesFrom` is the position of the oldest waiting update that this one stands for, when a
/// channel takes the latest state only. `replay` says that a person has it sent again after it was
/// settled.
public record Update(
    UpdateId id,
    StoreId store,
    ChannelId channel,
    long position,
    Optional<Long> supersedesFrom,
    boolean replay,
    Instant owedAt,
    UpdateContent content) {}
