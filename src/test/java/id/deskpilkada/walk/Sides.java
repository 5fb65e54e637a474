package id.deskpilkada.walk;

import static id.deskpilkada.walk.MarkedDistricts.BAROS;
import static id.deskpilkada.walk.MarkedDistricts.KRAMATWATU;
import static id.deskpilkada.walk.MarkedDistricts.SECRET;
import static id.deskpilkada.walk.MarkedDistricts.STATIONS;
import static id.deskpilkada.walk.MarkedDistricts.THEIRS;
import static id.deskpilkada.walk.MarkedDistricts.own;
import static id.deskpilkada.walk.MarkedDistricts.picture;
import static id.deskpilkada.walk.MarkedDistricts.station;

import id.deskpilkada.Installation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Looks up, as the owner of the database, what the things of each district are called. */
@Component
class Sides {

    private final Installation installation;
    private final RuntimeService runtime;

    Sides(Installation installation, RuntimeService runtime) {
        this.installation = installation;
        this.runtime = runtime;
    }

    /** What a walker works on: a station of their own, so that what one does changes nothing for the next. */
    Side kramatwatu(Walker walker) {
        return side(
                KRAMATWATU,
                "36.04.05.2002",
                own(walker.number()),
                own(STATIONS + 1),
                "penguji-kramatwatu",
                walker.username(),
                picture(walker.number() - 1));
    }

    Side baros() {
        return side(
                BAROS,
                "36.04.17.2001",
                station(THEIRS, 1),
                station(THEIRS, 3),
                "rhs-district-verifier",
                "rhs-district-verifier",
                picture(9_999));
    }

    /** As when the verifiers of the district have left a form too long. */
    void openWide(String tps) {
        installation.asOwner().update("UPDATE desk.c1_form SET opened_to = 'WIDE' WHERE tps_code = ?", tps);
    }

    /** What the engine calls the things of Baros. */
    Map<String, String> engineObjectsOfBaros(String me) {
        var tps = station(THEIRS, 2);
        var task = task("BUPATI/" + tps);
        var instance = text("SELECT proc_inst_id_ FROM public.act_ru_task WHERE id_ = ?", task);
        runtime.setVariable(instance, "catatan", SECRET);
        return Map.of(
                "me",
                me,
                "tps",
                tps,
                "task",
                task,
                "instance",
                instance,
                "variable",
                text("SELECT id_ FROM public.act_ru_variable WHERE proc_inst_id_ = ?", instance),
                "user",
                "rhs-village-admin",
                "group",
                "district-verifier-360417",
                "filter",
                text("SELECT id_ FROM public.act_ru_filter WHERE name_ = ?", "Tugas saya"),
                "definition",
                text("SELECT proc_def_id_ FROM public.act_ru_task WHERE id_ = ?", task));
    }

    private Side side(
            String district,
            String village,
            String tps,
            String disputed,
            String username,
            String signedIn,
            byte[] upload) {
        return new Side(
                district,
                village,
                tps,
                text("SELECT id::text FROM desk.field_report WHERE tps_code = ?", tps),
                List.of(task("BUPATI/" + tps), task("GUBERNUR/" + tps), task("BUPATI/" + disputed)),
                text("SELECT sha256 FROM desk.c1_photo WHERE tps_code = ?", tps),
                upload,
                Long.parseLong(text("SELECT id::text FROM desk.staff_member WHERE username = ?", username)),
                username,
                () -> text(
                        "SELECT s.id::text FROM desk.staff_session s JOIN desk.staff_member m ON m.id = s.staff_id WHERE m.username = ? ORDER BY s.created_at DESC",
                        signedIn),
                text(
                        "SELECT id::text FROM desk.broadcast WHERE replace(area, '.', '') = ?",
                        district.equals(BAROS) ? "360417" : "3604"),
                text(
                        "SELECT g.id::text FROM desk.message g JOIN desk.staff_member m ON m.id = g.staff_id WHERE m.username = ? ORDER BY g.created_at DESC",
                        signedIn),
                text("SELECT id::text FROM desk.erasure_request WHERE starts_with(area, ?)", district.replace(".", "")),
                text("SELECT id::text FROM desk.puskesmas WHERE area = ?", district.replace(".", "")),
                text("SELECT id::text FROM desk.officer WHERE starts_with(area, ?)", district.replace(".", "")),
                text("SELECT id::text FROM desk.incident_signal WHERE starts_with(area, ?)", district.replace(".", "")),
                text(
                        "SELECT id::text FROM desk.leader_visit WHERE starts_with(tps_code, ?) ORDER BY planned_at LIMIT 1",
                        district.replace(".", "")),
                text("SELECT id::text FROM desk.risk WHERE starts_with(area, ?)", district.replace(".", "")),
                text("SELECT id::text FROM desk.risk_handover WHERE starts_with(area, ?)", district.replace(".", "")),
                text(
                        "SELECT id::text FROM desk.assignment WHERE starts_with(area, ?) ORDER BY id",
                        district.replace(".", "")),
                sql -> text(sql, district.replace(".", "")));
    }

    String task(String subject) {
        return text(
                "SELECT t.id_ FROM public.act_ru_task t JOIN public.act_ru_execution e ON e.id_ = t.proc_inst_id_ WHERE e.business_key_ LIKE ?",
                "%/" + subject);
    }

    private String text(String sql, String about) {
        return installation.asOwner().queryForList(sql, String.class, about).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(about + ": " + sql));
    }
}
