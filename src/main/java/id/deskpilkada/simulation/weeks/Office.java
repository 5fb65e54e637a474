package id.deskpilkada.simulation.weeks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.weeks.Errand.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The application as the people of the weeks before the day use it: requests, and the tasks they find. */
final class Office {

    private static final Answer NOT_YET = new Answer(404, MissingNode.getInstance(), Duration.ZERO);

    private final DeskClient desk;
    private final String election;
    private final String round;
    private final Weeks.Plan plan;

    Office(DeskClient desk, String election, String round, Weeks.Plan plan) {
        this.desk = desk;
        this.election = election;
        this.round = round;
        this.plan = plan;
    }

    /** @param share of the weeks that is over when the step comes */
    Step step(String name, double share, Supplier<Answer> act) {
        return new Step(name, plan.moment(share), act);
    }

    Instant at(double share) {
        return plan.at(share);
    }

    LocalDate day() {
        return LocalDate.ofInstant(plan.began(), ZoneId.of("Asia/Jakarta"));
    }

    Answer get(String username, String path) {
        return desk.get(username, inRound(path));
    }

    Answer put(String username, String path, JsonNode body) {
        return desk.put(username, inRound(path), body);
    }

    Answer post(String username, String path, JsonNode body) {
        return desk.post(username, inRound(path), body);
    }

    Answer file(String username, String kind, String csv) {
        return desk.file(username, inRound("/api/imports/" + kind), kind + ".csv", csv);
    }

    private String inRound(String path) {
        return path + (path.contains("?") ? "&" : "?") + "election=" + election + "&round=" + round;
    }

    /** The id of a report follows from what it is, so that sending it again is sending the same. */
    Answer report(String username, String what, String tps, Instant seen, JsonNode data) {
        var report = object().put("kind", "READINESS")
                .put("election", election)
                .put("round", round)
                .put("tps", tps)
                .put("observedAt", seen.toString())
                .set("data", data);
        return desk.put(username, "/api/field-reports/" + id(what + "/" + tps), report);
    }

    /** The open task of this kind whose case is about this: a TPS, a district, the area of a list. */
    Optional<JsonNode> task(String username, String process, String key, String about) {
        var filter = about.length() == 13 && process.equals("tps-readiness") ? "&tps=" + about : "";
        var tasks = desk.get(username, "/api/tasks?size=200&process=" + process + filter);
        for (var task : tasks.body().path("items")) {
            var subject = task.path("subject").asText().replace(".", "");
            if (task.path("key").asText().equals(key) && subject.endsWith("/" + about)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    Answer finish(String username, String process, String key, String about, JsonNode data) {
        return task(username, process, key, about)
                .map(task -> complete(username, task.path("id").asText(), data))
                .orElse(NOT_YET);
    }

    private Answer complete(String username, String task, JsonNode data) {
        var claimed = desk.post(username, "/api/tasks/" + task + "/claim", object());
        return claimed.done()
                ? desk.post(username, "/api/tasks/" + task + "/complete", object().set("data", data))
                : claimed;
    }

    static Answer notYet() {
        return NOT_YET;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("simulasi/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
