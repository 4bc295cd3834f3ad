package org.chancery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.fixture.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables become rows, what is not certain is left out and counted. The people of these tables are made up. */
class ConvertersTest {
    @TempDir
    private Path folder;
    private Path output;

    private void table(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @BeforeEach
    void write() throws IOException {
        output = folder.resolve("out.ndjson");
        table("people.csv", "person_id,surname,forename,gen_name,alt_names,birth,death,career_type,state", "doe-jane,Doe,Jane,Jr.,J. Doe,1901,,fso,");
        table("chiefs_of_mission.csv", "id,person_id,role_title_id,territory_or_org,contemporary_territory,appointed,appointed_note,arrived,started,started_note,ended,ended_note,note",
                "xx-1,doe-jane,charge-daffaires-ad-interim,mauritius,mauritius,,,,1950-01,,1951-02-03,Died at post on,",
                "xx-2,doe-jane,ambassador-e-p,mauritius,mauritius,1952-01-01,,,,,,,Nominated only.");
        table("principal_officers.csv", "id,person_id,position_id,position_name,role_title_id,appointed,started,ended,note",
                "yy-1,doe-jane,secretary,Secretary of State,secretary,1960-01-01,1960-01-02,,");
        table("visits_by_foreign_leaders.csv", "id,start_date,end_date,visitor,from_id,from_name,description",
                "7,2021-06-01,2021-06-03,President Maxim Muster,germany,Germany,\"Official visit, twice.\"", "8,1936-06-01,1936-06-01,President Muster,germany,Germany,");
        table("travels_of_president_and_secretary.csv", "id,role,who,name,start_date,end_date,country_id,country,locale,remarks",
                "9,secretary,doe-jane,Jane Doe,2021-07-01,2021-07-01,germany,Germany,Bonn,Met with Chancellor Erika Muster and Foreign Minister Muster.",
                "10,president,roe-richard,Richard Roe,2021-07-05,2021-07-01,germany,Germany,Bonn,");
        table("world-leaders.csv", "countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year",
                "Q900000001,Germany,Q900000002,Chancellor of Germany,Q900000003,Erika Muster,2020,", "Q900000001,Germany,Q900000004,President of Germany,Q900000005,Maxim Muster,2022,");
        table("foreign-ministers.csv", "person,name,country,countryLabel,position,positionLabel,start,psid", ",,Q900000001,Germany,Q900000006,Foreign Minister,,");
        table("holders21.csv", "position,person,personID,start,end", "Head of Something,Maxim Muster,Q900000005,2001-01-01,");
    }

    private JsonNode row(String key) throws IOException {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.map(Json::read).filter(row -> row.get("key").textValue().equals(key)).findFirst().orElseThrow(() -> new AssertionError("no row " + key));
        }
    }

    @Test
    void histState_shouldSayWhatItsTablesSay() throws IOException {
        String summary = Converters.histState(folder, folder, output);

        assertThat(summary.lines()).containsExactly("8 rows in", "made: 3 meeting", "made: 2 occupancy", "made: 3 person", "made: 2 position", "made: 5 source",
                "refused: 1 (a journey that begins on no day, or ends before it begins)",
                "refused: 1 (no day on which the office was taken up: many were nominated only)", "people named in visits and remarks, left unresolved: 3",
                "people named in visits and remarks, resolved: 1");
        assertThat(row("occupancy:xx-1/charge-daffaires-ad-interim/mauritius/1950-01").get("record")).isEqualTo(Json.read("""
                {"personId":{"key":"person:doe-jane"},"positionId":{"key":"position:charge-daffaires-ad-interim/mauritius"},"start":"1950-01","end":"1951-02-03",
                 "acting":true,"endReason":"died","citations":[{"sourceId":{"key":"source:pocom"},"quote":
                 "xx-1,doe-jane,charge-daffaires-ad-interim,mauritius,mauritius,,,,1950-01,,1951-02-03,Died at post on,","quoteLang":"en"}]}"""));
    }

    @Test
    void whoWasMet_shouldBeResolved_whenItCanBeOnePersonOnly() throws IOException {
        Converters.histState(folder, folder, output);

        JsonNode travel = row("meeting:travel/9").at("/record/participants");
        assertThat(travel.get(1)).isEqualTo(Json.read("""
                {"role":"principal","attendance":"attended","reportedName":"Chancellor Erika Muster","reportedNameLang":"en","actorId":{"key":"person:Q900000003"}}"""));
        assertThat(travel.get(2).has("actorId")).isFalse();
        assertThat(row("meeting:visit/7").at("/record/participants/0").has("actorId")).as("holds the office from a later year on").isFalse();
        assertThat(row("person:Q900000003").at("/record/identifiers/0/value").textValue()).isEqualTo("Q900000003");
    }

    @Test
    void state_shouldBeNamed_whenItsNameMeantTheSameState() throws IOException {
        Converters.histState(folder, null, output);

        assertThat(row("meeting:visit/7").at("/record/participants/0/onBehalfOfId/value").textValue()).isEqualTo("DE");
        assertThat(row("meeting:visit/8").at("/record/participants/0").has("onBehalfOfId")).isFalse();
    }

    @Test
    void officeholders_shouldSayWhatTheirTablesSay() throws IOException {
        String summary = Converters.officeholders(folder, output);

        assertThat(summary.lines()).containsExactly("4 rows in", "made: 2 occupancy", "made: 2 person", "made: 2 position", "made: 2 source",
                "refused: 1 (holders21.csv names neither its offices nor their organizations by an identifier)",
                "refused: 1 (no Wikidata item of the person, the office or the country)");
        assertThat(row("position:Q900000002").at("/record/functions/0/function").textValue()).isEqualTo("head-of-government");
    }
}
