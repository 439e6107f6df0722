package org.statusevents.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTemplateTest {
  private static final String ID = "01a20618-626b-7000-ba05-79807b136ad6";

  private static String copy(String row, String number, int copy) {
    StringBuilder text = new StringBuilder();
    new RowTemplate(row, "T1").append(text, number, copy);
    return text.toString();
  }

  @Test
  void theNumberIsPutAnewWhereverItStands() {
    assertThat(copy("main\tT1\tW-T1\t{\"order\": \"T1\"}", "G7", 0))
        .isEqualTo("main\tG7\tW-G7\t{\"order\": \"G7\"}\n");
  }

  @Test
  void anIdBecomesTheSameIdInAllRowsOfACopyAndAnotherInEachCopy() {
    String first = copy("a\t" + ID, "G1", 1);

    assertThat(copy("b\t" + ID, "G1", 1).substring(2)).isEqualTo(first.substring(2));
    assertThat(copy("a\t" + ID, "G2", 2)).isNotEqualTo(first);
    assertThat(first).hasSameSizeAs("a\t" + ID + "\n").doesNotContain(ID);
  }
}
