package org.statusevents.testkit.delivering;

import org.statusevents.testkit.DeliveringWorld;

/// All that [org.statusevents.application.delivering.Lanes] promises.
public interface LanesContract
    extends LanesClaimContract, LanesProbeContract, LanesRoomContract, LanesSettleContract {
  @Override
  DeliveringWorld world();
}
