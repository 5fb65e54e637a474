package id.deskpilkada.c1;

import id.deskpilkada.c1.written.RuleResult;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a form to whoever may see it, with texts for who they are. */
@Service
@Transactional
class C1Reading {

    private final Elections elections;
    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Capture capture;
    private final C1Photos photos;
    private final C1Repeats repeats;
    private final C1People people;
    private final C1Reach reach;
    private final Staff staff;
    private final Messages messages;

    C1Reading(
            Elections elections,
            C1FormRepository forms,
            C1Versions versions,
            C1Capture capture,
            C1Photos photos,
            C1Repeats repeats,
            C1People people,
            C1Reach reach,
            Staff staff,
            Messages messages) {
        this.elections = elections;
        this.forms = forms;
        this.versions = versions;
        this.capture = capture;
        this.photos = photos;
        this.repeats = repeats;
        this.people = people;
        this.reach = reach;
        this.staff = staff;
        this.messages = messages;
    }

    /** @throws Problem 404 {@code UNKNOWN_TPS} for a TPS that is not of the round or the race */
    C1Case about(@Nullable String election, @Nullable String round, String race, String tps) {
        var ref = elections.round(election, round);
        var voted = elections.race(ref.electionId(), race);
        if (!voted.covers(tps) || elections.station(ref, tps).isEmpty()) {
            throw Problem.notFound("UNKNOWN_TPS", tps);
        }
        return new C1Case(ref, voted, tps);
    }

    C1View view(C1Case about, Actor actor) {
        return reach.to(about, actor, () -> reached(about, actor));
    }

    private C1View reached(C1Case about, Actor actor) {
        var found = forms.find(about);
        if (found.isEmpty()) {
            actor.require(Permission.READ_VOTES, about.tps());
            return view(about, C1State.EXPECTED, false, List.of(), List.of(), null, 0);
        }
        var form = found.get();
        if (!actor.may(Permission.READ_VOTES, form.tps()) && !people.couldVerify(actor, form)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", about.tps());
        }
        var there = photos.there(form.roundId(), form.raceId(), form.tps());
        if (people.withheld(actor, form)) {
            return view(about, blind(form), true, List.of(), there, null, 0);
        }
        people.saw(actor, form);
        var texts = actor.may(Permission.READ_FINDINGS_AS_CHECKER) ? "verifier" : "reporter";
        var shown = versions.of(form.id()).stream()
                .map(version -> view(about, version, texts))
                .toList();
        return view(
                about,
                form.publicState(),
                false,
                shown,
                there,
                form.decided() ? form.standingNo() : null,
                repeats.count(form));
    }

    /** A state that tells a verifier nothing about the numbers. */
    private static C1State blind(C1Form form) {
        return form.publicState() == C1State.HELD
                ? (form.state() == FormState.IN_VERIFICATION ? C1State.IN_VERIFICATION : C1State.RECEIVED)
                : form.publicState();
    }

    private C1View view(
            C1Case about,
            C1State state,
            boolean withheld,
            List<C1View.VersionView> shown,
            List<String> there,
            @Nullable Integer decided,
            int repeated) {
        return new C1View(
                messages.text("disclaimer"),
                about.round().electionCode(),
                about.round().code(),
                about.race().code(),
                about.tps(),
                state,
                withheld,
                shown,
                there,
                decided,
                repeated);
    }

    private C1View.VersionView view(C1Case about, C1Version version, String texts) {
        var rules = rules(about, version).stream()
                .map(rule -> new C1View.RuleView(rule.code(), rule.result(), rule.fields(), text(rule, texts)))
                .toList();
        return new C1View.VersionView(
                version.no(),
                version.origin().name(),
                version.data(),
                version.source(),
                username(version.reporterId()),
                username(version.enteredById()),
                version.reason(),
                version.capturedAt(),
                rules);
    }

    /** The rules as stored with the version; only the one about photos (W12) is looked at again, since photos may follow later. */
    private List<RuleResult> rules(C1Case about, C1Version version) {
        var photosNow = capture.rules(about, version.data()).stream()
                .filter(rule -> rule.code().equals("W12"))
                .toList();
        return version.rules().stream()
                .map(rule -> photosNow.stream()
                        .filter(now -> now.code().equals(rule.code()))
                        .findFirst()
                        .orElse(rule))
                .toList();
    }

    private String username(long person) {
        return staff.person(person).map(Person::username).orElse("#" + person);
    }

    private String text(RuleResult rule, String texts) {
        var key =
                switch (rule.result()) {
                    case PASSED -> "name";
                    case FAILED -> texts;
                    case NOT_CHECKABLE -> "not_checkable";
                };
        return messages.text(
                "c1.rule." + rule.code() + "." + key, rule.arguments().toArray());
    }
}
