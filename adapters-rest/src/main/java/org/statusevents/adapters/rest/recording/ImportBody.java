package org.statusevents.adapters.rest.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Quantities;

/// Reads an order to import. Prices, payments and street addresses have no place in it and are
/// refused like any field that is not known (R36).
final class ImportBody {
  private static final int LOCALE_LENGTH_MAX = 35;
  private static final int PERSON_LENGTH_MAX = 200;
  private static final int POSTAL_CODE_LENGTH_MAX = 20;
  private static final int EMAIL_LENGTH_MAX = 254;
  private static final int PHONE_LENGTH_MAX = 50;

  private ImportBody() {}

  /// The order; empty, with findings, where it is none. `known` is its number where that is known
  /// from elsewhere: then the body need not name it, and may name no other.
  static Optional<OrderImport> read(Fields fields, Optional<OrderNumber> known) {
    Field numberField = known.isPresent() ? fields.optional("number") : fields.required("number");
    Optional<OrderNumber> named = numberField.word(OrderNumber::problemWith, OrderNumber::new);
    if (known.isPresent() && named.isPresent() && !named.equals(known)) {
      fields
          .findings()
          .add(numberField.pointer(), "\"" + named.get() + "\" (expected: " + known.get() + ")");
    }
    Optional<OrderNumber> number = known.or(() -> named);
    Optional<String> cartOrderNumber =
        fields.optional("cartOrderNumber").textIfAny(OrderImport.CART_ORDER_NUMBER_LENGTH_MAX);
    Optional<ChannelId> channel =
        fields.optional("channel").word(ChannelId::problemWith, ChannelId::new);
    var orderedAt = fields.optional("orderedAt").instant();
    CustomerContact contact = contact(fields);
    List<NewLine> lines = lines(fields.required("lines"), fields);
    fields.noOthers();
    return number.isEmpty() || lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OrderImport(number.get(), cartOrderNumber, channel, orderedAt, contact, lines));
  }

  /// Lines as they come in, each number once; empty, with findings, where any of them is wrong.
  static List<NewLine> lines(Field list, Fields within) {
    List<NewLine> lines = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    boolean allFine = true;
    for (Field element : list.elements(1, OrderImport.LINES_MAX)) {
      Fields fields = element.object();
      Field numberField = fields.required("line");
      OptionalInt number = numberField.integer(1, NewLine.LINE_MAX);
      Optional<String> sku = fields.required("sku").text(NewLine.SKU_LENGTH_MAX);
      Optional<String> name = fields.required("name").text(NewLine.NAME_LENGTH_MAX);
      OptionalInt quantity = fields.required("quantity").integer(1, Quantities.ORDERED_MAX);
      fields.noOthers();
      if (number.isPresent() && !numbers.add(number.getAsInt())) {
        within
            .findings()
            .add(numberField.pointer(), "line " + number.getAsInt() + " is there twice");
        allFine = false;
      }
      if (number.isPresent() && sku.isPresent() && name.isPresent() && quantity.isPresent()) {
        lines.add(new NewLine(number.getAsInt(), sku.get(), name.get(), quantity.getAsInt()));
      } else {
        allFine = false;
      }
    }
    return allFine ? lines : List.of();
  }

  private static CustomerContact contact(Fields fields) {
    Optional<String> locale = fields.optional("locale").textIfAny(LOCALE_LENGTH_MAX);
    Fields billTo = fields.optional("billTo").confidential().object();
    Fields shipTo = fields.optional("shipTo").confidential().object();
    CustomerContact contact =
        new CustomerContact(
            locale,
            billTo.optional("name").textIfAny(PERSON_LENGTH_MAX),
            billTo.optional("postalCode").textIfAny(POSTAL_CODE_LENGTH_MAX),
            billTo.optional("email").textIfAny(EMAIL_LENGTH_MAX),
            billTo.optional("phone").textIfAny(PHONE_LENGTH_MAX),
            shipTo.optional("name").textIfAny(PERSON_LENGTH_MAX));
    billTo.noOthers();
    shipTo.noOthers();
    return contact;
  }
}
