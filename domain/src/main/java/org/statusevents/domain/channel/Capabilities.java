package org.statusevents.domain.channel;

/// What a kind of receiver can do with an update, so that it is never sent what it must drop.
///
/// @param lineStatus takes a status per line; otherwise a change of line labels alone is not sent
/// @param needsCartOrderNumber knows orders by the cart's number only
/// @param severalTrackingNumbers takes more than one tracking number per order
/// @param defaultMode what it wants where the merchant says nothing
public record Capabilities(
    boolean lineStatus,
    boolean needsCartOrderNumber,
    boolean severalTrackingNumbers,
    DeliveryMode defaultMode) {}
