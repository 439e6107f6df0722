package org.statusevents.application.delivering;

import java.util.List;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.delivery.UpdateId;

/// Stores updates that no event owes. Called within a transaction that holds the order's lock.
public interface Resends {

  /// Puts each update at the end of its lane.
  void owe(StoreId store, UpdateContent content, List<OwedResend> updates);

  /// `facts` fingerprints the tracking numbers and ship dates in the update.
  record OwedResend(ChannelId channel, UpdateId id, long facts) {}
}
