package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.chancery.starter.StarterData;
import org.chancery.starter.StarterIds;
import org.junit.jupiter.api.Test;

/** The starter data are there after the first start, and loading them again leaves every row as it is. */
@QuarkusTest
class StarterLoadTest {
    @Inject
    DataSource database;
    @Inject
    StarterData starter;

    @Test
    void load_shouldChangeNothing_whenEverythingIsThere() throws Exception {
        SortedMap<String, String> before = Fingerprint.ofEachTable(database);

        int loaded = starter.load();

        assertThat(loaded).isZero();
        assertThat(before).isNotEmpty();
        assertThat(Fingerprint.ofEachTable(database)).isEqualTo(before);
    }

    @Test
    void load_shouldLeaveAlone_whatAnEditorChanged() throws Exception {
        String changed = "/v1/states/" + StarterIds.of("state:VU");
        Call.Answer edited = Call.patch(changed, "*", World.object().put("capital", "as an editor wrote it")).send().with(200);
        SortedMap<String, String> before = Fingerprint.ofEachTable(database);

        assertThat(starter.load()).isZero();

        assertThat(Call.get(changed).send().with(200).json()).isEqualTo(edited.json());
        assertThat(Fingerprint.ofEachTable(database)).isEqualTo(before);
    }

    @Test
    void database_shouldBeAsLoaded_whenATestClassEnds() throws Exception {
        new StarterDatabase().afterAll(null);
        SortedMap<String, String> loaded = Fingerprint.ofEachTable(database);
        World.create("createMeeting");
        World.retract("/v1/meetings/" + World.create("createMeeting"));
        assertThat(Fingerprint.ofEachTable(database)).isNotEqualTo(loaded);

        new StarterDatabase().afterAll(null);

        assertThat(Fingerprint.ofEachTable(database)).isEqualTo(loaded);
    }
}
