package org.chancery.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who held an office on a day, where dates are unknown or imprecise. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class AsOfTest {
    private UUID state;
    private UUID presidency;

    @BeforeEach
    void make() {
        state = Make.state();
        presidency = Make.presidency(state);
    }

    private UUID holder(Object... more) {
        UUID person = Make.person();
        Make.occupancy(person, presidency, more);
        return person;
    }

    private List<UUID> leaders(String day, Object... more) {
        Object[] query = java.util.stream.Stream.concat(java.util.stream.Stream.of("asOf", day, "ofActorId", state),
                java.util.stream.Stream.of(more)).toArray();
        return Api.ids(Api.get("/leaders", query));
    }

    private List<UUID> certainLeaders(String day) {
        return leaders(day, "asOfMode", "certain");
    }

    @Test
    void start_shouldCountFromTheFirstAttestedDay_whenUnknown() {
        UUID president = holder("citations", Make.attestedOn("2016-01-01", "2015-03-01"));

        assertThat(leaders("2015-02-28")).isEmpty();
        assertThat(leaders("2015-03-01")).containsExactly(president);
        assertThat(certainLeaders("2015-03-01")).containsExactly(president);
    }

    @Test
    void start_shouldNeverCome_whenUnknownAndUnattested() {
        holder();

        assertThat(leaders("2015-03-01")).isEmpty();
    }

    @Test
    void start_shouldCountFromThePublication_whenTheCitationNamesNoDay() {
        UUID president = holder("citations", List.of(Json.of("sourceId", Make.source("publishedDate", "2015-03-01"))));

        assertThat(leaders("2015-02-28")).isEmpty();
        assertThat(leaders("2015-03-01")).containsExactly(president);
    }

    @Test
    void start_shouldNotBeAttested_whenACitationContradicts() {
        holder("citations", List.of(Json.of("sourceId", Make.source("publishedDate", "2015-03-01"), "stance", "contradicts")));

        assertThat(leaders("2016-01-01")).isEmpty();
    }

    @Test
    void start_shouldNotBeAttested_whenACitationIsOfAnotherFieldOnly() {
        holder("citations", List.of(Json.of("sourceId", Make.source("publishedDate", "2015-03-01"), "field", "/selection")));

        assertThat(leaders("2016-01-01")).isEmpty();
    }

    @Test
    void start_shouldFollowTheSource_whenItsDateIsCorrected() {
        UUID source = Make.source("publishedDate", "2015-03-01");
        UUID president = holder("citations", List.of(Json.of("sourceId", source)));
        Api.patch("/sources/" + source, Api.get("/sources/" + source), Json.of("publishedDate", "2014-03-01"));

        assertThat(leaders("2014-03-01")).containsExactly(president);
    }

    @Test
    void end_shouldBeOpen_whenUnknown() {
        UUID president = holder("start", "2010-01-01", "citations", Make.attestedOn("2012-01-01"));

        assertThat(leaders("2030-01-01")).containsExactly(president);
        assertThat(certainLeaders("2030-01-01")).isEmpty();
        assertThat(certainLeaders("2012-01-01")).containsExactly(president);
    }

    @Test
    void end_shouldBeTheLastAttestedDay_whenEnded() {
        UUID president = holder("start", "2010-01-01", "ended", true, "citations", Make.attestedOn("2012-05-05"));

        assertThat(leaders("2012-05-05")).containsExactly(president);
        assertThat(leaders("2012-05-06")).isEmpty();
    }

    @Test
    void end_shouldBeTheLastAttestedDay_whenASingleSeatHasALaterCertainHolder() {
        UUID first = holder("start", "2010-01-01", "citations", Make.attestedOn("2012-05-05"));
        UUID second = holder("start", "2015-01-01", "citations", Make.attestedOn("2015-06-01"));

        assertThat(leaders("2012-05-05")).containsExactly(first);
        assertThat(leaders("2013-01-01")).isEmpty();
        assertThat(leaders("2015-06-01")).containsExactly(second);
    }

    @Test
    void end_shouldBeOpenAgain_whenTheLaterHolderIsRetracted() {
        UUID first = holder("start", "2010-01-01", "citations", Make.attestedOn("2012-05-05"));
        JsonNode second = Make.occupancy(Make.person(), presidency, "start", "2015-01-01", "citations", Make.attestedOn("2015-06-01"));
        Api.delete("/occupancies/" + Api.id(second), second);

        assertThat(leaders("2016-01-01")).containsExactly(first);
    }

    @Test
    void end_shouldStayOpen_whenSeveralMayHoldTheOffice() {
        UUID seats = Make.position(state, List.of("head-of-state"), "seats", 3);
        UUID first = Make.person();
        UUID second = Make.person();
        Make.occupancy(first, seats, "start", "2010-01-01", "citations", Make.attestedOn("2012-05-05"));
        Make.occupancy(second, seats, "start", "2015-01-01", "citations", Make.attestedOn("2015-06-01"));

        assertThat(leaders("2016-01-01")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void scheduledEnd_shouldNotEndIt() {
        UUID president = holder("start", "2010-01-01", "scheduledEnd", "2015-01-01");

        assertThat(leaders("2020-01-01")).containsExactly(president);
    }

    @Test
    void handover_shouldShareTheDay() {
        UUID first = holder("start", "2010-01-01", "end", "2015-05-01");
        UUID second = holder("start", "2015-05-01", "end", "2020-01-01");

        assertThat(leaders("2015-05-01")).containsExactlyInAnyOrder(first, second);
        assertThat(certainLeaders("2015-05-01")).containsExactly(second);
        assertThat(leaders("2015-04-30")).containsExactly(first);
        assertThat(leaders("2015-05-02")).containsExactly(second);
    }

    @Test
    void handover_shouldBeAccepted_whenImprecise() {
        UUID first = holder("start", "2010", "end", "2015");
        UUID second = holder("start", "2015", "end", "2020");

        assertThat(leaders("2015-06-01")).containsExactlyInAnyOrder(first, second);
        assertThat(certainLeaders("2015-06-01")).isEmpty();
        assertThat(certainLeaders("2016-06-01")).containsExactly(second);
    }

    @Test
    void secondHolder_shouldBeRefused_whenCertainInTheSameTime() {
        holder("start", "2010-01-01", "end", "2015-05-01");

        Response answer = Api.post("/occupancies", Make.occupancyOf(Make.person(), presidency, "start", "2015-04-01", "end", "2016-01-01"));

        assertThat(Api.error(answer, 409).get("code").textValue()).isEqualTo("seat-taken");
    }

    @Test
    void secondHolder_shouldBeRefused_whenMadeCertainByAPatch() {
        holder("start", "2010-01-01", "end", "2015-05-01");
        JsonNode other = Make.occupancy(Make.person(), presidency, "start", "2015-05-01", "end", "2016-01-01");

        Response answer = Api.sendPatch("/occupancies/" + Api.id(other), other, Json.of("start", "2014-01-01"));

        assertThat(Api.error(answer, 409).get("code").textValue()).isEqualTo("seat-taken");
    }

    @Test
    void secondHolder_shouldBeAccepted_whenTheOfficeHasTwoSeats() {
        UUID seats = Make.position(state, List.of("head-of-state"), "seats", 2);
        Make.occupancy(Make.person(), seats, "start", "2010-01-01", "end", "2015-05-01");

        assertThat(Api.post("/occupancies", Make.occupancyOf(Make.person(), seats, "start", "2010-01-01", "end", "2015-05-01")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void acting_shouldCountAndBeFlagged() {
        UUID president = holder("start", "2010-01-01", "acting", true);
        JsonNode person = Api.get("/leaders/" + president, "asOf", "2010-06-01");

        assertThat(person.at("/standing/offices/0/acting").booleanValue()).isTrue();
    }

    @Test
    void acting_shouldBeAcceptedBesideTheHolder() {
        UUID president = holder("start", "2010-01-01", "end", "2015-01-01");
        UUID deputy = holder("start", "2011-01-01", "end", "2011-02-01", "acting", true);

        assertThat(leaders("2011-01-15")).containsExactlyInAnyOrder(president, deputy);
    }

    @Test
    void designate_shouldNotCount() {
        UUID elect = holder("start", "2010-01-01", "designate", true);

        assertThat(leaders("2010-06-01")).isEmpty();
        assertThat(Api.get("/people/" + elect, "asOf", "2010-06-01").at("/standing/kind").textValue()).isEqualTo("none");
    }

    @Test
    void standing_shouldSaySinceWhenOfWhatAndHowSurely() {
        UUID president = holder("start", "2010-01-01", "citations", Make.attestedOn("2012-05-05"));
        JsonNode office = Api.get("/people/" + president, "asOf", "2013-01-01").at("/standing/offices/0");

        assertThat(office.at("/since/edtf").textValue()).isEqualTo("2010-01-01");
        assertThat(office.get("actorId").textValue()).isEqualTo(state.toString());
        assertThat(office.get("functions").toString()).isEqualTo("[\"head-of-state\"]");
        assertThat(office.get("leads").booleanValue()).isTrue();
        assertThat(office.get("certainty").textValue()).isEqualTo("possible");
    }

    @Test
    void occupancies_shouldSayWhetherTheyAreCertain_whenAsOf() {
        JsonNode occupancy = Make.occupancy(Make.person(), presidency, "start", "2010", "end", "2012-01-01");
        String path = "/occupancies/" + Api.id(occupancy);

        assertThat(Api.get(path, "asOf", "2010-06-01").get("certainty").textValue()).isEqualTo("possible");
        assertThat(Api.get(path, "asOf", "2011-06-01").get("certainty").textValue()).isEqualTo("certain");
        assertThat(Api.get(path).has("certainty")).isFalse();
    }

    @Test
    void occupanciesOfAPerson_shouldBeThoseOfTheDay_whenNested() {
        UUID person = Make.person();
        JsonNode first = Make.occupancy(person, presidency, "start", "2010-01-01", "end", "2015-01-01");
        JsonNode second = Make.occupancy(person, Make.position(state, List.of("adviser")), "start", "2016-01-01");
        String path = "/people/" + person;

        assertThat(Api.get(path, "include", "occupancies", "asOf", "2012-01-01").get("occupancies").findValuesAsText("id"))
                .containsExactly(first.get("id").textValue());
        assertThat(Api.get(path, "include", "occupancies").get("occupancies").findValuesAsText("id"))
                .containsExactly(second.get("id").textValue(), first.get("id").textValue());
    }

    @Test
    void holdersOfAnOffice_shouldBeThoseOfTheDay_whenNested() {
        UUID first = holder("start", "2010-01-01", "end", "2015-01-01");
        UUID second = holder("start", "2015-01-01");
        String path = "/positions/" + presidency;

        assertThat(Api.get(path, "include", "holders", "asOf", "2012-01-01").get("holders").findValuesAsText("personId"))
                .containsExactly(first.toString());
        assertThat(Api.get(path, "include", "holders").get("holders").findValuesAsText("personId")).containsExactly(second.toString());
    }

    @Test
    void leadersOfAState_shouldBeThoseOfTheDay_whenNested() {
        UUID first = holder("start", "2010-01-01", "end", "2015-01-01");
        holder("start", "2015-01-01");
        Make.occupancy(Make.person(), Make.position(state, List.of("minister")), "start", "2010-01-01");

        JsonNode leaders = Api.get("/states/" + state, "include", "leaders", "asOf", "2012-01-01").get("leaders");

        assertThat(leaders.findValuesAsText("personId")).containsExactly(first.toString());
    }

    @Test
    void leadersOfAnOrganization_shouldBeThoseOfTheDay_whenNested() {
        UUID alliance = Make.organization("igo");
        UUID secretary = Make.person();
        Make.occupancy(secretary, Make.position(alliance, List.of("head-of-organization")), "start", "2010-01-01", "end", "2015-01-01");
        String path = "/organizations/" + alliance;

        assertThat(Api.get(path, "include", "leaders", "asOf", "2012-01-01").get("leaders").findValuesAsText("personId"))
                .containsExactly(secretary.toString());
        assertThat(Api.get(path, "include", "leaders", "asOf", "2016-01-01").get("leaders")).isEmpty();
    }

    @Test
    void leader_shouldNotBeFound_whenNotLeadingOnTheDay() {
        UUID president = holder("start", "2010-01-01", "end", "2015-01-01");
        Response answer = Api.fetch("/leaders/" + president, "asOf", "2016-01-01");

        assertThat(Api.body(answer, 404).get("detail").textValue()).contains("/v1/people/" + president);
    }
}
