package org.statusevents.adapters.persistence.delivering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.delivering.LaneMapper.ChannelColumns;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneColumns;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneName;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneRow;
import org.statusevents.adapters.persistence.delivering.LaneMapper.UpdateRow;
import org.statusevents.adapters.persistence.document.UpdateContentDocument;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Lanes handed out by one statement, read by one more and settled by one, however many they are;
/// one more for the secrets of each of their channels.
final class MyBatisLanes implements Lanes {
  private final CurrentSession session;
  private final ConfigurationVersions configurations;
  private final ChannelSecrets secrets;
  private final UUID node;
  private final Watermarks marks = new Watermarks(System::nanoTime);

  MyBatisLanes(
      CurrentSession session,
      ConfigurationVersions configurations,
      ChannelSecrets secrets,
      UUID node) {
    this.session = session;
    this.configurations = configurations;
    this.secrets = secrets;
    this.node = node;
  }

  @Override
  public List<ClaimedLane> claim(Room room, Duration lease) {
    List<ChannelKey> known = List.copyOf(room.known().keySet());
    Integer[] rooms = known.stream().map(room::of).toArray(Integer[]::new);
    List<LaneRow> rows =
        session.with(
            LaneMapper.class,
            mapper ->
                mapper.claim(
                    room.lanesMax(),
                    room.perChannelMax(),
                    lease.toMillis(),
                    node,
                    columns(known),
                    rooms,
                    marks.next()));
    marks.claimed(rows);
    List<Claim> claims = new ArrayList<>();
    for (LaneRow row : rows) {
      channelOf(row).ifPresent(channel -> claims.add(new Claim(row, channel)));
    }
    if (claims.isEmpty()) {
      return List.of();
    }
    Map<LaneName, List<UpdateRow>> updates = new HashMap<>();
    for (UpdateRow update : waitingUpdates(claims)) {
      updates.computeIfAbsent(nameOf(update), _ -> new ArrayList<>()).add(update);
    }
    Map<LaneName, Integer> notAuthorized = notAuthorized(claims);
    Map<ChannelKey, ChannelAccess> accesses = new HashMap<>();
    return claims.stream()
        .filter(claim -> updates.containsKey(claim.name()))
        .map(claim ->
            claim.lane(
                accesses.computeIfAbsent(claim.channelKey(), key -> access(key, claim.channel())),
                notAuthorized.getOrDefault(claim.name(), 0),
                updates.getOrDefault(claim.name(), List.of())))
        .toList();
  }

  private ChannelAccess access(ChannelKey key, Channel channel) {
    return new ChannelAccess(channel, secrets.read(key.store(), key.channel()));
  }

  private Optional<Channel> channelOf(LaneRow row) {
    return configurations
        .version(new StoreId(row.storeId()), row.currentVersion())
        .channel(new ChannelId(row.channelId()));
  }

  private static LaneColumns lanes(List<Claim> claims) {
    return new LaneColumns(
        claims.stream().map(claim -> claim.row().storeId()).toArray(String[]::new),
        claims.stream().map(claim -> claim.row().channelId()).toArray(String[]::new),
        claims.stream().map(claim -> claim.row().orderNumber()).toArray(String[]::new));
  }

  /// Failures that were forgotten since do not count.
  private Map<LaneName, Integer> notAuthorized(List<Claim> claims) {
    List<Claim> failed = claims.stream().filter(claim -> claim.row().failures() > 0).toList();
    if (failed.isEmpty()) {
      return Map.of();
    }
    Map<LaneName, Integer> failures = new HashMap<>();
    failed.forEach(claim -> failures.put(claim.name(), claim.row().failures()));
    Long[] positions =
        failed.stream().map(claim -> claim.row().ackedPosition() + 1).toArray(Long[]::new);
    Map<LaneName, Integer> counts = new HashMap<>();
    session
        .with(LaneMapper.class, mapper -> mapper.notAuthorized(lanes(failed), positions))
        .forEach(row -> {
          LaneName name = new LaneName(row.storeId(), row.channelId(), row.orderNumber());
          counts.put(name, Math.min(row.attempts(), failures.getOrDefault(name, 0)));
        });
    return counts;
  }

  private List<UpdateRow> waitingUpdates(List<Claim> claims) {
    LaneColumns lanes = lanes(claims);
    Long[] after = claims.stream().map(Claim::after).toArray(Long[]::new);
    Long[] through = claims.stream().map(Claim::through).toArray(Long[]::new);
    String[] since =
        claims.stream().map(claim -> claim.row().waitingSince().toString()).toArray(String[]::new);
    return session.with(LaneMapper.class, mapper -> mapper.updates(lanes, after, through, since));
  }

  @Override
  public List<Boolean> settle(List<LaneSettlement> settlements) {
    if (settlements.isEmpty()) {
      return List.of();
    }
    Set<LaneName> settled =
        session
            .with(
                LaneMapper.class,
                mapper ->
                    mapper.settle(
                        SettlementRows.settlements(settlements),
                        SettlementRows.attempts(settlements)))
            .stream()
            .collect(Collectors.toSet());
    return settlements.stream()
        .map(settlement -> settled.contains(nameOf(settlement.lane())))
        .toList();
  }

  private static ChannelColumns columns(List<ChannelKey> keys) {
    return new ChannelColumns(
        keys.stream().map(key -> key.store().value()).toArray(String[]::new),
        keys.stream().map(key -> key.channel().value()).toArray(String[]::new));
  }

  private static LaneName nameOf(ClaimedLane lane) {
    return new LaneName(lane.store().value(), lane.channel().id().value(), lane.order().value());
  }

  private static LaneName nameOf(UpdateRow update) {
    return new LaneName(update.storeId(), update.channelId(), update.orderNumber());
  }

  /// A lane in our hands with its channel as configured now.
  private record Claim(LaneRow row, Channel channel) {
    boolean latestState() {
      return channel.deliver() == DeliveryMode.LATEST_STATE;
    }

    ChannelKey channelKey() {
      return new ChannelKey(new StoreId(row.storeId()), channel.id());
    }

    LaneName name() {
      return new LaneName(row.storeId(), row.channelId(), row.orderNumber());
    }

    long after() {
      return latestState() ? row.lastPosition() - 1 : row.ackedPosition();
    }

    long through() {
      return latestState() ? row.lastPosition() : row.ackedPosition() + UPDATES_MAX;
    }

    ClaimedLane lane(ChannelAccess access, int notAuthorized, List<UpdateRow> updates) {
      // What failed before was another update when a newer one took its place.
      boolean sameHead = after() == row.ackedPosition();
      return new ClaimedLane(
          new StoreId(row.storeId()),
          access,
          new OrderNumber(row.orderNumber()),
          row.leaseToken(),
          sameHead ? row.failures() : 0,
          sameHead ? notAuthorized : 0,
          sameHead ? Duration.ofMillis(row.failingMillis()) : Duration.ZERO,
          row.openings(),
          updates.stream().map(this::update).toList());
    }

    private Update update(UpdateRow update) {
      boolean supersedes = latestState() && update.position() > row.ackedPosition() + 1;
      return new Update(
          new UpdateId(update.updateId()),
          new StoreId(update.storeId()),
          new ChannelId(update.channelId()),
          update.position(),
          supersedes ? Optional.of(row.ackedPosition() + 1) : Optional.empty(),
          update.position() <= row.replayThrough(),
          update.owedAt(),
          UpdateContentDocument.read(update.content()));
    }
  }
}
