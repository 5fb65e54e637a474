package id.deskpilkada.simulation.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.photo.PhotoKey;
import id.deskpilkada.simulation.play.Errand.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The application as people use it during a part of the simulated time: requests, reports, and the tasks they find. */
public final class Office {

    private static final Answer NOT_YET = new Answer(404, MissingNode.getInstance(), Duration.ZERO);
    private static final Answer DONE_BEFORE = new Answer(200, MissingNode.getInstance(), Duration.ZERO);

    private final DeskClient desk;
    private final String election;
    private final String round;
    private final Span span;

    public Office(DeskClient desk, String election, String round, Span span) {
        this.desk = desk;
        this.election = election;
        this.round = round;
        this.span = span;
    }

    /** @param share of the time that is over when the step comes */
    public Step step(String name, double share, Supplier<Answer> act) {
        return new Step(name, span.at(share), act);
    }

    public Instant at(double share) {
        return span.at(share);
    }

    public LocalDate day() {
        return LocalDate.ofInstant(span.began(), ZoneId.of("Asia/Jakarta"));
    }

    public Answer get(String username, String path) {
        return desk.get(username, inRound(path));
    }

    public Answer put(String username, String path, JsonNode body) {
        return desk.put(username, inRound(path), body);
    }

    public Answer post(String username, String path, JsonNode body) {
        return desk.post(username, inRound(path), body);
    }

    public Answer photo(String username, byte[] jpeg) {
        return desk.photo(username, "/api/photos/" + PhotoKey.of(jpeg), jpeg);
    }

    public Answer file(String username, String kind, String csv) {
        return desk.file(username, inRound("/api/imports/" + kind), kind + ".csv", csv);
    }

    /** Path of the round in {@code /api}. */
    public String roundPath() {
        return "/api/elections/" + election + "/rounds/" + round;
    }

    private String inRound(String path) {
        return path + (path.contains("?") ? "&" : "?") + "election=" + election + "&round=" + round;
    }

    /**
     * The id of a report follows from what it is, so that sending it again is sending the same.
     *
     * @param what names the report among all of this place
     */
    public Answer report(String username, String what, String place, JsonNode report) {
        return desk.put(username, reportPath(what, place), report);
    }

    /** What has become of such a report. */
    public Answer reportOf(String username, String what, String place) {
        return desk.get(username, reportPath(what, place));
    }

    private static String reportPath(String what, String place) {
        return "/api/field-reports/" + id(what + "/" + place);
    }

    /**
     * A report without its data.
     *
     * @param place a TPS, or the dotted code of a region
     */
    public ObjectNode envelope(String kind, String place, Instant seen) {
        return object().put("kind", kind)
                .put("election", election)
                .put("round", round)
                .put(place.contains(".") ? "region" : "tps", place)
                .put("observedAt", seen.toString());
    }

    /** The open task of this kind whose case is about this: a TPS, a district, the area of a list. */
    public Optional<JsonNode> task(String username, String process, String key, String about) {
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

    public Answer finish(String username, String process, String key, String about, JsonNode data) {
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

    public static Answer notYet() {
        return NOT_YET;
    }

    /** By an earlier run, or by the visitor. */
    public static Answer doneBefore() {
        return DONE_BEFORE;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("simulasi/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
