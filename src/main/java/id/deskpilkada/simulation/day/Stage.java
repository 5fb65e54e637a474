package id.deskpilkada.simulation.day;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.photo.FormPhotos;
import id.deskpilkada.simulation.photo.PhotoKey;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Paper;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Does the acts over HTTP, each as the person who would do it. Doing one again is harmless: ids and contents come out the same. */
final class Stage {

    private static final Set<String> KNOWN = Set.of("ALREADY_REKEYED", "REPORT_CONFLICT");
    private static final int CONFLICT = 409;

    private final DeskClient desk;
    private final FormPhotos photos;
    private final Place strangersVillage;
    private final String election;
    private final String round;
    private final Instant opened;
    /** Photos named in a report and not yet sent. */
    private final Map<String, byte[]> taken = new ConcurrentHashMap<>();

    Stage(DeskClient desk, FormPhotos photos, Place strangersVillage, String election, String round, Instant opened) {
        this.desk = desk;
        this.photos = photos;
        this.strangersVillage = strangersVillage;
        this.election = election;
        this.round = round;
        this.opened = opened;
    }

    /** A form's story, to be played. */
    Errand errand(FormStory form) {
        var acts = form.story().acts();
        var steps = new ArrayList<Step>();
        for (int number = 0; number < acts.size(); number++) {
            var act = acts.get(number);
            var at = form.times().get(number);
            steps.add(new Step(
                    act.name(), opened.plus(at), () -> settled(form, play(act, form, at)), act.expectsRefusal()));
        }
        return new Errand(form.path(), steps);
    }

    /** Whatever an earlier run or the visitor did before is done. */
    private Answer settled(FormStory form, Answer answer) {
        boolean known = KNOWN.contains(answer.code());
        return known || answer.status() == CONFLICT && over(form) ? Office.doneBefore() : answer;
    }

    private Answer play(Act act, FormStory form, Duration at) {
        return switch (act) {
            case COPY -> report(act, form, at, villageAdmin(form), withPhoto(form.paper(), clear(form, 1)));
            case COPY_WITHOUT_PHOTO ->
                report(act, form, at, villageAdmin(form), form.paper().json());
            case MISCOPY -> report(act, form, at, villageAdmin(form), withPhoto(form.misread(), clear(form, 1)));
            case COPY_WITH_BLURRED_PHOTO ->
                report(act, form, at, villageAdmin(form), withPhoto(form.paper(), blurred(form)));
            case COPY_BY_PHONE -> byPhone(act, form, at, withPhoto(form.paper(), clear(form, 1)));
            case REPEAT_BY_PHONE -> byPhone(act, form, at, form.paper().json());
            case DISAGREE ->
                report(
                        act,
                        form,
                        at,
                        People.districtAdmin(form.district()),
                        form.misread().json());
            case COPY_FOREIGN ->
                report(
                        act,
                        form,
                        at,
                        People.villageAdmin(strangersVillage),
                        form.paper().json());
            case COPY_WITH_LETTERS -> report(act, form, at, villageAdmin(form), withLetters(form.paper()));
            case CORRECT ->
                report(act, form, at, villageAdmin(form), form.misread().json());
            case PHOTO -> send(photographer(form), form, 1);
            case BLURRED_PHOTO -> photo(villageAdmin(form), blurred(form));
            case NAME_NEW_PHOTO -> newPhoto(act, form, at);
            case NEW_PHOTO -> send(villageAdmin(form), form, 2);
            case REKEY -> c1(verifier(form), form, "rekeyings", data(form.paper()));
            case REJECT_PHOTO -> rejectPhoto(form);
            case DECIDE ->
                c1(decider(form), form, "decisions", data(form.paper()).put("reason", "Dibaca ulang dari foto."));
            case NOTE ->
                c1(
                        decider(form),
                        form,
                        "decisions",
                        text("reason", "Jumlah pada kertas memang tidak sesuai; disalin apa adanya."));
        };
    }

    private Answer report(Act act, FormStory form, Duration at, String reporter, ObjectNode data) {
        return desk.put(
                reporter, reportPath(act, form), envelope("C1", form, at).set("data", data));
    }

    private Answer byPhone(Act act, FormStory form, Duration at, ObjectNode data) {
        var report = envelope("C1", form, at)
                .put("source", "PHONE")
                .put("onBehalfOf", villageAdmin(form))
                .set("data", data);
        return desk.put(People.districtAdmin(form.district()), reportPath(act, form), report);
    }

    private Answer newPhoto(Act act, FormStory form, Duration at) {
        var data = JsonNodeFactory.instance.objectNode();
        data.putArray("photos").add(PhotoKey.of(clear(form, 2)));
        return desk.put(
                villageAdmin(form),
                reportPath(act, form),
                envelope("C1_PHOTOS", form, at).set("data", data));
    }

    private ObjectNode envelope(String kind, FormStory form, Duration at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("election", election)
                .put("round", round)
                .put("race", form.contest().name())
                .put("tps", form.station().tps())
                .put("observedAt", opened.plus(at).toString());
    }

    /** The id of a report follows from what it is, so that sending it again is sending the same. */
    private static String reportPath(Act act, FormStory form) {
        var name = "simulasi/" + act + "/" + form.path();
        return "/api/field-reports/" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Answer photo(String username, byte[] jpeg) {
        return desk.photo(username, "/api/photos/" + PhotoKey.of(jpeg), jpeg);
    }

    private Answer c1(String username, FormStory form, String what, ObjectNode body) {
        return desk.post(username, formPath(form, "/" + what), body);
    }

    private String formPath(FormStory form, String what) {
        return "/api/c1/" + form.path() + what + "?election=" + election + "&round=" + round;
    }

    private Answer send(String username, FormStory form, int sheet) {
        var answer = photo(username, clear(form, sheet));
        if (answer.done()) {
            taken.remove(sheet + form.path());
        }
        return answer;
    }

    /** A photo that has been replaced meanwhile is not rejected again. */
    private Answer rejectPhoto(FormStory form) {
        var seen = desk.get(verifier(form), formPath(form, ""));
        var photos = seen.body().path("photos");
        if (seen.done() && !photos.isEmpty() && !photos.toString().contains(PhotoKey.of(blurred(form)))) {
            return seen;
        }
        return c1(verifier(form), form, "photo-rejections", text("reason", "UNREADABLE"));
    }

    /** Whether the form has been verified or decided, by whomever. */
    private boolean over(FormStory form) {
        return desk.get(decider(form), formPath(form, ""))
                .body()
                .path("state")
                .asText()
                .startsWith("VERIFIED");
    }

    private byte[] clear(FormStory form, int sheet) {
        return taken.computeIfAbsent(
                sheet + form.path(), key -> photos.clear(form.station(), form.contest(), form.paper(), sheet));
    }

    private byte[] blurred(FormStory form) {
        return photos.blurred(form.station(), form.contest(), form.paper());
    }

    private static ObjectNode withPhoto(Paper paper, byte[] photo) {
        var data = paper.json();
        data.putArray("photos").add(PhotoKey.of(photo));
        return data;
    }

    private static ObjectNode withLetters(Paper paper) {
        var data = paper.json();
        data.put("validVotes", "seratus");
        return data;
    }

    private static ObjectNode data(Paper paper) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("data", paper.json());
        return body;
    }

    private static ObjectNode text(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private static String villageAdmin(FormStory form) {
        return People.villageAdmin(form.station().village());
    }

    private static String photographer(FormStory form) {
        return form.story() == Story.BY_PHONE ? People.districtAdmin(form.district()) : villageAdmin(form);
    }

    private static String verifier(FormStory form) {
        return People.verifier(form.district(), 1 + Math.floorMod(form.path().hashCode(), 2));
    }

    private static String decider(FormStory form) {
        return Math.floorMod(form.path().hashCode(), 2) == 0 ? "desk2" : "desk3";
    }
}
