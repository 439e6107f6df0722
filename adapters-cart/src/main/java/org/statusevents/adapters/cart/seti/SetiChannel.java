package org.statusevents.adapters.cart.seti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.statusevents.adapters.cart.http.ChannelChecks;
import org.statusevents.adapters.cart.http.ExchangeOutcome.Answered;
import org.statusevents.adapters.cart.http.HttpExchange;
import org.statusevents.adapters.cart.http.Post;
import org.statusevents.adapters.cart.http.Redaction;
import org.statusevents.adapters.cart.http.ReplyClasses;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// Carts with a script that speaks SETI `updatestatus` (section 5.2 of status events), by form or
/// by XML, one order per post. Every post of an order carries the order's own number as its
/// reference, so that a repeated one can be told (R47).
///
/// Capabilities are one set for both variants: the adapter takes line statuses although the form
/// has no field for them. There a change of line labels alone repeats the order's status, which is
/// harmless; refusing it would lose it for the carts that take XML.
public final class SetiChannel implements CartChannel {
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String CODE = "code";
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, true, true, DeliveryMode.EVERY_EVENT);

  private final HttpExchange exchange;
  private final ChannelChecks checks;

  public SetiChannel(HttpExchange exchange, ChannelChecks checks) {
    this.exchange = exchange;
    this.checks = checks;
  }

  @Override
  public String adapter() {
    return "seti";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /// A user and a password are needed, a store code is not.
  @Override
  public List<DataProblem> problemsWith(ChannelAccess access) {
    List<DataProblem> problems =
        new ArrayList<>(checks.problems(access, SetiSettings.NAMES, Set.of(USER, PASSWORD, CODE)));
    problems.addAll(SetiSettings.problemsWith(access.channel().settings()));
    for (String name : List.of(USER, PASSWORD)) {
      if (access.secrets().getOrDefault(name, "").isBlank()) {
        problems.add(new DataProblem("/secrets/" + name, "missing (expected: the cart's login)"));
      }
    }
    return problems;
  }

  @Override
  public Reply send(Update update, ChannelAccess access) {
    if (update.content().cartOrderNumber().isEmpty()) {
      return new Reply.Refused("not sent: the order has no number in the cart");
    }
    Redaction redaction = redaction(access);
    return post(
        updateStatus(update, access),
        access,
        redaction,
        answered -> new SetiAnswer(answered.text(), redaction).toUpdate());
  }

  private static String updateStatus(Update update, ChannelAccess access) {
    SetiSettings settings = SetiSettings.of(access.channel().settings());
    Map<String, String> login = access.secrets();
    LabelMapping mapping = access.channel().labelMapping();
    return settings.xml()
        ? SetiForm.updateStatus(SetiDocument.of(update, mapping, settings.trackingElement()), login)
        : SetiForm.updateStatus(update.content(), mapping, login);
  }

  /// Asks for the script's version, which needs no login and changes nothing.
  @Override
  public Reply test(ChannelAccess access) {
    Redaction redaction = redaction(access);
    return post(
        SetiForm.sendVersion(),
        access,
        redaction,
        answered -> new SetiAnswer(answered.text(), redaction).toVersion());
  }

  private Reply post(
      String body,
      ChannelAccess access,
      Redaction redaction,
      Function<Answered, Reply> successful) {
    return ReplyClasses.reply(
        exchange.post(new Post(access.channel().url(), SetiForm.CONTENT_TYPE, Map.of(), body)),
        redaction,
        successful);
  }

  private static Redaction redaction(ChannelAccess access) {
    return new Redaction(access.secrets().values());
  }
}
