package id.deskpilkada.c1;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a form, and who may see its numbers. Nobody verifies or decides what they reported or typed, nobody decides what they re-keyed, and nobody re-keys numbers
 * that they have seen; no role is exempt.
 */
@Component
class C1People {

    static final String VERIFIER = "district-verifier";
    static final String DESK = "desk";

    private final C1Versions versions;
    private final C1Settings settings;
    private final Regions regions;
    private final DeskSettings desk;
    private final JdbcClient jdbc;

    C1People(C1Versions versions, C1Settings settings, Regions regions, DeskSettings desk, JdbcClient jdbc) {
        this.versions = versions;
        this.settings = settings;
        this.regions = regions;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Candidate groups of the people who copy the form of a TPS. */
    List<String> reporters(C1Case about) {
        var code = about.code();
        return List.of(
                "tps-officer-" + about.tps(),
                "village-admin-" + code.villageArea(),
                "district-admin-" + code.districtArea());
    }

    List<String> verifiers(C1Case about, boolean wide) {
        var groups = new ArrayList<String>();
        groups.add(VERIFIER + "-" + about.code().districtArea());
        if (wide) {
            neighbours(about.code().districtArea()).forEach(area -> groups.add(VERIFIER + "-" + area));
            groups.add(deskGroup());
        }
        return groups;
    }

    String deskGroup() {
        return DESK + "-" + desk.area();
    }

    private List<String> neighbours(String districtArea) {
        return regions.neighbours(districtArea, settings.neighbours()).stream()
                .map(Area::digits)
                .toList();
    }

    /** @throws Problem 403 {@code NOT_A_VERIFIER}, {@code SAME_PERSON}, {@code ALREADY_SEEN} */
    void requireVerifier(Actor actor, C1Form form) {
        if (!couldVerify(actor, form)) {
            throw Problem.forbidden("NOT_A_VERIFIER");
        }
        requireOtherPerson(actor, form);
        if (hasSeen(actor, form)) {
            throw Problem.forbidden("ALREADY_SEEN");
        }
    }

    /** @throws Problem 403 {@code NOT_A_DECIDER}, {@code SAME_PERSON} */
    void requireDecider(Actor actor, C1Form form) {
        if (!actor.may(Permission.DECIDE_C1, form.tps())) {
            throw Problem.forbidden("NOT_A_DECIDER");
        }
        requireOtherPerson(actor, form);
        if (rekeyedBy(actor, form)) {
            throw Problem.forbidden("SAME_PERSON");
        }
    }

    private void requireOtherPerson(Actor actor, C1Form form) {
        if (wrote(actor, form)) {
            throw Problem.forbidden("SAME_PERSON");
        }
    }

    private boolean wrote(Actor actor, C1Form form) {
        return versions.of(form.id()).stream().anyMatch(version -> version.by(actor.id()));
    }

    private boolean rekeyedBy(Actor actor, C1Form form) {
        return jdbc.sql("SELECT exists(SELECT 1 FROM c1_rekeying WHERE form_id = ? AND verifier_id = ?)")
                .params(form.id(), actor.id())
                .query(Boolean.class)
                .single();
    }

    private boolean hasSeen(Actor actor, C1Form form) {
        return jdbc.sql("SELECT exists(SELECT 1 FROM c1_seen WHERE form_id = ? AND staff_id = ?)")
                .params(form.id(), actor.id())
                .query(Boolean.class)
                .single();
    }

    boolean couldVerify(Actor actor, C1Form form) {
        if (actor.may(Permission.VERIFY_C1, form.tps())) {
            return true;
        }
        return form.openedWide()
                && (actor.may(Permission.VERIFY_C1_OPENED_WIDE, form.tps())
                        || verifiesBeside(actor, form.districtArea()));
    }

    /** Whether the person verifies forms in a district next to this one. */
    boolean verifiesBeside(Actor actor, String districtArea) {
        return actor.may(Permission.VERIFY_C1)
                && neighbours(districtArea).stream().anyMatch(area -> actor.may(Permission.VERIFY_C1, area));
    }

    /** Whether the form is undecided and its numbers are kept from this person, because they could be the one who verifies it. */
    boolean withheld(Actor actor, C1Form form) {
        if (form.decided() || wrote(actor, form)) {
            return false;
        }
        if (actor.may(Permission.VERIFY_C1, form.tps())) {
            return true;
        }
        var rekeyingDone = form.state() == FormState.DISPUTED || form.state() == FormState.MATCHED_WITH_INCONSISTENCY;
        return couldVerify(actor, form) && !rekeyingDone && !hasSeen(actor, form);
    }

    /** Remembers that a person of the desk saw the numbers of an undecided form, so that they never re-key it. */
    void saw(Actor actor, C1Form form) {
        if (!form.decided() && actor.may(Permission.VERIFY_C1_OPENED_WIDE)) {
            jdbc.sql("INSERT INTO c1_seen (form_id, staff_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(form.id(), actor.id())
                    .update();
        }
    }
}
