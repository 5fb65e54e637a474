package id.deskpilkada.simulation.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Office;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One incident, and what the desk and the agencies do about it. Whatever an earlier run or the visitor has done is done. */
final class Case {

    static final String DESK = "desk1";

    private static final Pattern NUMBER = Pattern.compile("K-(\\d+)");
    private static final Set<String> OVER = Set.of("CLOSED", "REJECTED", "MERGED");
    private static final Set<String> ENDED = Set.of("DONE", "DECLINED", "WITHDRAWN");

    private final Office office;
    private volatile long id;

    Case(Office office) {
        this.office = office;
    }

    /** Somebody reports it from the field; done when it has a number. */
    Answer reported(String username, String what, String place, Instant seen, ObjectNode data) {
        var name = "kejadian/" + what;
        var report = office.envelope("INCIDENT", place, seen).set("data", data);
        var sent = office.report(username, name, place, report);
        if (!sent.done()) {
            return sent;
        }
        var taken = office.reportOf(username, name, place);
        var number = NUMBER.matcher(taken.body().path("reasons").toString());
        if (!number.find()) {
            return Office.notYet();
        }
        id = Long.parseLong(number.group(1));
        return taken;
    }

    /** Somebody tells it by telephone. */
    Answer told(String username, String what, String place, Instant seen, String caller, ObjectNode data) {
        var told = office.envelope("INCIDENT", place, seen)
                .put("id", Office.id("kejadian/" + what + "/" + place).toString())
                .put("caller", caller)
                .put("source", "PHONE");
        told.remove("kind");
        told.setAll(data);
        var answer = office.post(username, "/api/incidents", told);
        if (answer.done()) {
            id = answer.body().path("id").asLong();
        }
        return answer;
    }

    /** What the application made by itself of a report of voting. */
    Answer signalled(String tps, String category) {
        var known = office.get(DESK, "/api/incidents?size=50&category=" + category + "&region=" + tps);
        for (var incident : known.body().path("items")) {
            if (incident.path("origin").asText().equals("VOTING")) {
                id = incident.path("id").asLong();
                return known;
            }
        }
        return known.done() ? Office.notYet() : known;
    }

    Answer triaged(int severity, String note, String... agencies) {
        var judgement = Office.object().put("severity", severity).put("note", note);
        var wanted = judgement.putArray("agencies");
        List.of(agencies).forEach(wanted::add);
        return decided("/triage", judgement, Case::isNew);
    }

    Answer rejected(String reason) {
        return decided("/reject", Office.object().put("reason", reason), Case::isNew);
    }

    Answer mergedInto(Case other) {
        return decided("/merge", Office.object().put("into", other.id), seen -> true);
    }

    Answer passedOn(String note) {
        return decided("/passed-on", Office.object().put("note", note), seen -> !has(seen, "PASSED_ON"));
    }

    Answer closed(ObjectNode outcome) {
        return decided("/close", outcome, seen -> true);
    }

    private Answer decided(String path, ObjectNode decision, Predicate<JsonNode> open) {
        var seen = seen();
        if (!seen.done()) {
            return seen;
        }
        return isOver(seen.body()) || !open.test(seen.body())
                ? Office.doneBefore()
                : office.post(DESK, "/api/incidents/" + id + path, decision);
    }

    /** @param act the last part of the address at which a dispatch is answered */
    Answer answered(String username, String agency, String act, ObjectNode answer) {
        var seen = seen();
        if (!seen.done()) {
            return seen;
        }
        var dispatch = dispatch(seen.body(), agency);
        if (isOver(seen.body()) || dispatch.filter(Case::isEnded).isPresent()) {
            return Office.doneBefore();
        }
        return dispatch.map(sent -> office.post(username, address(sent) + act, answer))
                .orElseGet(Office::notYet);
    }

    /** Once everybody was tried and the leader knows, somebody picks up the desk's call. */
    Answer reachedByTelephone(String agency, ObjectNode answer) {
        var seen = seen();
        if (!seen.done()) {
            return seen;
        }
        var dispatch = dispatch(seen.body(), agency);
        if (isOver(seen.body()) || dispatch.filter(sent -> !isSilent(sent)).isPresent()) {
            return Office.doneBefore();
        }
        if (dispatch.isEmpty() || !has(seen.body(), "LEADER_TOLD")) {
            return Office.notYet();
        }
        var about = dispatch.get().path("id").asText() + "/"
                + seen.body().path("incident").path("tps").asText();
        return office.finish(DESK, "agency-dispatch", "call-agency-now", about, answer);
    }

    private Answer seen() {
        return office.get(DESK, "/api/incidents/" + id);
    }

    private static Optional<JsonNode> dispatch(JsonNode seen, String agency) {
        for (var sent : seen.path("dispatches")) {
            if (sent.path("agency").asText().equals(agency)) {
                return Optional.of(sent);
            }
        }
        return Optional.empty();
    }

    private static String address(JsonNode dispatch) {
        return "/api/dispatches/" + dispatch.path("id").asLong();
    }

    private static boolean isNew(JsonNode seen) {
        return state(seen).equals("REPORTED");
    }

    private static boolean isOver(JsonNode seen) {
        return OVER.contains(state(seen));
    }

    private static String state(JsonNode seen) {
        return seen.path("incident").path("state").asText();
    }

    private static boolean isSilent(JsonNode dispatch) {
        return dispatch.path("state").asText().equals("SENT");
    }

    private static boolean isEnded(JsonNode dispatch) {
        return ENDED.contains(dispatch.path("state").asText());
    }

    private static boolean has(JsonNode seen, String step) {
        return seen.path("timeline").findValuesAsText("step").contains(step);
    }
}
