package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Rules;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [FindOrders] promises of the labels of an order's lines.
public interface ItemLabelsContract {
  /// Labels are numbered from here on, so that their texts sort as their numbers do.
  int FIRST = 10;

  ReadingWorld world();

  private List<String> shown(String number) {
    return world()
        .findOrders()
        .find(Stores.SHOP, OrderQuery.ANY, PageRequest.first())
        .items()
        .stream()
        .filter(found -> found.number().value().equals(number))
        .flatMap(found -> found.itemLabels().stream())
        .map(count -> count.label().map(LabelText::value).orElse("-") + " " + count.lines())
        .toList();
  }

  @Test
  default void eachLabelIsCountedOnceTheOneOfMostLinesFirst() {
    TestStore shop = TestStore.shop(world());
    TestStore other = TestStore.create(world(), Stores.withDefaults(Stores.OTHER));
    shop.imported(order("A-1").withLines(6));
    shop.imported(order("A-2").withLines(2));
    other.imported(order("A-1").withLines(9));
    shop.recorded(
        Operations.operation(
            "op-1",
            "A-1",
            Events.shipped(1, 1),
            Events.shipped(2, 1),
            Events.shipped(3, 1),
            Events.linesLabelled(Labels.PAID, 4, 5)));

    assertThat(shown("A-1")).containsExactly("Item Shipped 3", "Paid 2", "Received 1");
    assertThat(shown("A-2")).containsExactly("Received 2");
  }

  @Test
  default void linesWithoutALabelAreCountedTooAndComeLastOfAsMany() {
    TestStore shop =
        TestStore.create(
            world(),
            Stores.withRules(
                Stores.withDefaults(Stores.SHOP), Rules.of(StandardEvent.ORDER_IMPORT).rule()));
    shop.imported(order("A-1").withLines(4));
    assertThat(shown("A-1")).containsExactly("- 4");

    shop.recorded(
        Operations.operation(
            "op-1",
            "A-1",
            Events.linesLabelled(Labels.PAID, 2),
            Events.linesLabelled(Labels.APPROVED, 3),
            Events.linesLabelled(Labels.RECEIVED, 4)));

    assertThat(shown("A-1")).containsExactly("Approved 1", "Paid 1", "Received 1", "- 1");
  }

  @Test
  default void anOrderOfManyLabelsShowsThoseOfMostLines() {
    TestStore shop = TestStore.shop(world());
    int labels = FindOrders.ITEM_LABELS_MAX + 5;
    shop.imported(order("A-1").withLines(labels + 1));
    for (int i = 1; i <= labels; i++) {
      StatusLabel label = StatusLabel.of("Label " + (FIRST + i), LabelKind.OTHER);
      shop.change(new ConfigurationChange.SetLabel(label));
      shop.recorded(Operations.operation("op-" + i, "A-1", Events.linesLabelled(label.text(), i)));
    }
    shop.recorded(
        Operations.operation(
            "op-last",
            "A-1",
            Events.linesLabelled(new LabelText("Label " + (FIRST + labels)), labels + 1)));

    assertThat(shown("A-1"))
        .hasSize(FindOrders.ITEM_LABELS_MAX)
        .startsWith("Label " + (FIRST + labels) + " 2", "Label 11 1")
        .containsAll(
            IntStream.range(1, FindOrders.ITEM_LABELS_MAX)
                .mapToObj(i -> "Label " + (FIRST + i) + " 1")
                .toList());
  }
}
