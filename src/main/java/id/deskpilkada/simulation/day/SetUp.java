package id.deskpilkada.simulation.day;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.weeks.PreparationFiles;
import id.deskpilkada.simulation.weeks.Weeks;
import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the installation up as its administrator would: with files, over HTTP. */
final class SetUp {

    private static final Logger log = LoggerFactory.getLogger(SetUp.class);

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

    /** @param weeks which end when the count opens */
    void start(Weeks.Plan weeks, Duration length) {
        var schedule = JsonNodeFactory.instance.arrayNode();
        weeks.dates().forEach((slot, due) -> schedule.add(slot(slot.name(), slot.kind(), weeks.began(), due)));
        schedule.add(slot("C1", "C1", weeks.ends(), weeks.ends().plus(length)));
        require("schedule", desk.put(administrator, roundPath() + "/schedule", schedule));
        require("start", desk.post(administrator, roundPath() + "/start", JsonNodeFactory.instance.objectNode()));
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

    /** When the count opened; the schedule remembers it across restarts. */
    Instant opened() {
        var answer = require("schedule", desk.get(administrator, roundPath() + "/schedule"));
        for (var slot : answer.body()) {
            if (slot.path("kind").asText().equals("C1")) {
                return java.time.OffsetDateTime.parse(slot.path("opensAt").asText())
                        .toInstant();
            }
        }
        throw new IllegalStateException("the schedule has no slot for C1");
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
