package id.deskpilkada.simulation.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.tier.TierSlot;
import id.deskpilkada.simulation.voting.Hours;
import id.deskpilkada.simulation.weeks.PreparationFiles;
import id.deskpilkada.simulation.weeks.Weeks;
import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the installation up as its administrator would: with files, over HTTP. */
final class SetUp {

    private static final Logger log = LoggerFactory.getLogger(SetUp.class);

    private static final String VOTING = "VOTING";
    private static final String C1 = "C1";
    private static final String TIER = "TIER";
    private static final Set<String> OF_THE_DAY = Set.of(VOTING, C1, TIER);

    private static final double UNTIL_VOTES = 2.0 / 11;

    private final DeskClient desk;
    private final String administrator;
    private final String election;
    private final String round;

    SetUp(DeskClient desk, String administrator, String election, String round) {
        this.desk = desk;
        this.administrator = administrator;
        this.election = election;
        this.round = round;
    }

    /** Whether the round runs already, from an earlier start on the same data. */
    boolean started() {
        var answer = desk.get(administrator, roundPath());
        return answer.done() && !answer.body().path("phase").asText().equals("PREPARED");
    }

    /** Every file is taken by code, so that a set-up that was cut short is simply done again. */
    void prepare(World world, LocalDate day, long seed, String password) {
        var sketch = World.sketch();
        file("regions", CsvFiles.regions(world, sketch));
        require("election", desk.put(administrator, electionPath(), ElectionFile.of(day, round)));
        file("polling-stations", CsvFiles.stations(world, sketch, seed));
        file("voter-lists", CsvFiles.voterLists(world));
        file("candidates", CsvFiles.candidates());
        file("staff", CsvFiles.staff(world, password));
        new PreparationFiles(world, seed).all(day).forEach(this::file);
    }

    void start(Weeks.Plan weeks, Hours hours) {
        var schedule = JsonNodeFactory.instance.arrayNode();
        weeks.dates()
                .forEach((slot, due) ->
                        schedule.add(slot(slot.name(), slot.kind(), weeks.span().began(), due)));
        schedule.addAll(slots(hours));
        require("schedule", desk.put(administrator, schedulePath(), schedule));
        require("start", desk.post(administrator, roundPath() + "/start", JsonNodeFactory.instance.objectNode()));
        require("public view", open(hours));
    }

    /** Everybody may look on, down to the TPS; votes from the hour on that would be 15.00 in a count from 13.00 to midnight. */
    Answer open(Hours hours) {
        return desk.put(
                administrator,
                "/api/public-view",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("mode", "RECEIVED_AND_VERIFIED")
                        .put("depth", "TPS")
                        .put(
                                "votesNotBefore",
                                votes(hours).atOffset(ZoneOffset.UTC).toString())
                        .put("decidedBy", "Simulasi")
                        .put("office", "Desk Pilkada simulasi")
                        .put("letter", "SIMULASI/1/2024"));
    }

    private static Instant votes(Hours hours) {
        return hours.counting().at(UNTIL_VOTES);
    }

    /** The hours of voting move to when the weeks are really over; so nobody is late because the machine is slow. */
    Answer move(Hours hours) {
        var schedule = JsonNodeFactory.instance.arrayNode();
        for (var slot : schedule()) {
            if (!OF_THE_DAY.contains(slot.path("kind").asText())) {
                schedule.add(slot);
            }
        }
        schedule.addAll(slots(hours));
        return desk.put(administrator, schedulePath(), schedule);
    }

    private static List<ObjectNode> slots(Hours hours) {
        var slots = new ArrayList<ObjectNode>();
        hours.slots().forEach(slot -> slots.add(slot(slot.name(), VOTING, slot.opensAt(), slot.dueAt())));
        slots.add(slot(C1, C1, hours.pollsClose(), hours.ends()));
        TierSlot.of(hours)
                .forEach(slot -> slots.add(
                        slot(slot.name(), TIER, slot.opensAt(), slot.dueAt()).put("requiresSignature", slot.signed())));
        return slots;
    }

    private static ObjectNode slot(String name, String kind, Instant opensAt, Instant dueAt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("slot", name)
                .put("kind", kind)
                .put("opensAt", opensAt.toString())
                .put("dueAt", dueAt.toString())
                .put("requiresSignature", false);
    }

    /** The schedule remembers the hours across restarts. */
    Hours hours() {
        var voting = new ArrayList<Hours.Slot>();
        JsonNode c1 = null;
        for (var slot : schedule()) {
            if (slot.path("kind").asText().equals(VOTING)) {
                voting.add(new Hours.Slot(slot.path("slot").asText(), time(slot, "opensAt"), time(slot, "dueAt")));
            } else if (slot.path("kind").asText().equals(C1)) {
                c1 = slot;
            }
        }
        if (c1 == null) {
            throw new IllegalStateException("the schedule has no slot for C1");
        }
        voting.sort(Comparator.comparing(Hours.Slot::dueAt));
        return new Hours(voting, time(c1, "opensAt"), time(c1, "dueAt"));
    }

    /** When the weeks before the day began. */
    Instant began() {
        for (var slot : schedule()) {
            if (slot.path("kind").asText().equals("ASSIGNMENT")) {
                return time(slot, "opensAt");
            }
        }
        throw new IllegalStateException("the schedule has no slot for assignments");
    }

    private JsonNode schedule() {
        return require("schedule", desk.get(administrator, schedulePath())).body();
    }

    private static Instant time(JsonNode slot, String which) {
        return OffsetDateTime.parse(slot.path(which).asText()).toInstant();
    }

    private void file(String kind, String content) {
        var name = kind + (content.startsWith("{") ? ".geojson" : ".csv");
        var answer = require(
                kind, desk.file(administrator, "/api/imports/" + kind + "?election=" + election, name, content));
        log.info("SIMULASI: {} {} rows", kind, answer.body().path("rows").asInt());
    }

    private static Answer require(String what, Answer answer) {
        if (!answer.done()) {
            throw new IllegalStateException(
                    "set-up of " + what + " was refused: " + answer.status() + " " + shortened(answer));
        }
        return answer;
    }

    private static String shortened(Answer answer) {
        var text = answer.body().toString();
        return text.length() <= 600 ? text : text.substring(0, 600) + "…";
    }

    private String schedulePath() {
        return roundPath() + "/schedule";
    }

    private String electionPath() {
        return "/api/elections/" + election;
    }

    private String roundPath() {
        return electionPath() + "/rounds/" + round;
    }

    /** The election with its two races; each form has one page, so that one photo shows all of it. */
    private static final class ElectionFile {

        static ObjectNode of(LocalDate day, String round) {
            var file = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "SIMULASI Pilkada Kabupaten Serang")
                    .put("date", day.toString());
            var races = file.putArray("races");
            for (var contest : Contest.values()) {
                races.addObject()
                        .put("code", contest.name())
                        .put("name", contest.title())
                        .put("region", contest.region())
                        .putObject("pages")
                        .put("plano", 1)
                        .put("salinan", 1);
            }
            file.putArray("rounds").addObject().put("code", round).put("kind", "REGULAR");
            return file;
        }
    }
}
