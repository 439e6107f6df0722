package org.statusevents.domain.configuration;

import java.time.ZoneId;

/// A store's switches. With `statusUpdatesEnabled` off events change no label and nothing is sent
/// (R10). `relabelClosedLines` lets order-scoped events relabel cancelled and returned lines too
/// (R14). `sendToOrderStatusSystem` lets a remote Order Status System hear of every change.
public record StoreSettings(
    String name,
    ZoneId timeZone,
    boolean statusUpdatesEnabled,
    UpdateMode updateMode,
    boolean relabelClosedLines,
    boolean sendToOrderStatusSystem) {
  public static final int NAME_LENGTH_MAX = 100;

  public static StoreSettings defaults(String name) {
    return new StoreSettings(name, ZoneId.of("UTC"), true, UpdateMode.PAYLOAD, false, false);
  }
}
