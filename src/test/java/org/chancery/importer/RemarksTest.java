package org.chancery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom remarks name; the sentences are those of the table of travels. */
class RemarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Met with Prime Minister Boris Johnson and Queen Elizabeth II. Attended the G7 Summit.|Prime Minister Boris Johnson, Queen Elizabeth II",
        "State visit; met with President Marcos.|President Marcos",
        "Met with Foreign Minister van der Stoel.|Foreign Minister van der Stoel",
        "Met with the Foreign Ministers of the Gulf Cooperation Council, Egypt, Jordan, and Iraq.|''",
        "Accompanied President Reagan to a Summit Meeting.|''",
        "Attended the funeral of former Prime Minister Obuchi.|''",
        "Met with Soviet leaders; addressed the International Affairs Committee of the Supreme Soviet.|''",
        "Met with President Guy Parmelin and Foreign Minister Ignazio Cassis. Attended a summit meeting with Russian President Vladimir Putin.|"
                + "President Guy Parmelin, Foreign Minister Ignazio Cassis",
        "Met with King Abdullah II and Foreign Minister Nasser Judeh. Attended a London Eleven plenary meeting.|King Abdullah II, Foreign Minister Nasser Judeh"})
    void remarks_shouldNameWhomTheTravellerMet(String remarks, String expected) {
        List<String> met = Remarks.met(remarks).stream().map(Remarks.Met::reported).toList();

        assertThat(String.join(", ", met)).isEqualTo(expected);
    }
}
