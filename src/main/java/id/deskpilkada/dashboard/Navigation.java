package id.deskpilkada.dashboard;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The main navigation: a person sees the lines that they may open. What is used all day stands in the open, the rest in menus. */
final class Navigation {

    private static final String INCIDENTS = "/desk/kejadian";

    private static final List<Part> PARTS = List.of(
            new Part(
                    null,
                    new Line("/lapangan", "page.nav.field", Permission.OPEN_FIELD_PAGES),
                    new Line("/instansi", "incident.page.nav", Permission.ANSWER_DISPATCHES),
                    new Line("/lapangan/kejadian", "incident.phone.nav", Permission.REPORT_INCIDENTS)
                            .unless(Permission.TRIAGE_INCIDENTS),
                    new Line("/lapangan/kunjungan", "visit.nav.field", Permission.REPORT_VISIT),
                    new Line("/desk", "page.nav.desk", Permission.OPEN_DASHBOARD),
                    new Line("/desk/pemungutan", "page.nav.voting", Permission.OPEN_DASHBOARD),
                    new Line("/desk/suara", "page.nav.votes", Permission.OPEN_DASHBOARD),
                    new Line(INCIDENTS, "board.nav", Permission.SEE_INCIDENTS, Permission.ANSWER_DISPATCHES),
                    new Line("/desk/laporan", "laporan.nav", Permission.READ_TIER_REPORTS),
                    new Line("/camunda/app/tasklist", "page.nav.tasks")),
            new Part(
                    "page.nav.before",
                    new Line("/desk/penugasan", "page.nav.assignments", Permission.SEE_ASSIGNMENTS),
                    new Line("/desk/latihan", "rehearsal.nav", Permission.SEE_ASSIGNMENTS),
                    new Line("/desk/kesiapan", "page.nav.readiness", Permission.SEE_READINESS),
                    new Line("/lapangan/kesiapan", "readiness.nav", Permission.REPORT),
                    new Line("/desk/peta", "page.nav.map", Permission.SEE_READINESS),
                    new Line("/desk/rawan", "page.nav.risks", Permission.OPEN_RISKS),
                    new Line("/desk/blank-spot", "offline.nav", Permission.PLAN_OFFLINE),
                    new Line("/desk/kunjungan", "visit.nav.desk", Permission.PLAN_VISITS),
                    new Line("/kesehatan", "page.nav.health", Permission.OPEN_HEALTH_PAGES)),
            new Part(
                    "page.nav.together",
                    new Line("/desk/ringkas", "leader.nav", Permission.OPEN_DASHBOARD),
                    new Line("/desk/belum-lapor", "missing.nav", Permission.CALL_REPORTERS),
                    new Line("/desk/masukkan", "entry.nav", Permission.REPORT_FOR_OTHERS),
                    new Line("/desk/kertas", "paper.nav", Permission.COMPARE_PAPER),
                    new Line("/desk/putaran", "round.nav", Permission.SEE_ROUNDS),
                    new Line("/desk/perbandingan", "compare.nav", Permission.READ_COMPARISON),
                    new Line("/desk/direktori", "coordination.directory", Permission.READ_DIRECTORY),
                    new Line("/desk/piket", "coordination.roster", Permission.READ_ROSTER),
                    new Line("/desk/jadwal", "coordination.schedule"),
                    new Line("/desk/rapat", "coordination.meetings", Permission.READ_MEETINGS),
                    new Line("/desk/pengiriman-laporan", "tier.delivery.nav", Permission.READ_DELIVERIES),
                    new Line("/desk/evaluasi", "evaluation.nav", Permission.READ_EVALUATION),
                    new Line("/desk/pesan", "page.nav.messages", Permission.FOLLOW_MESSAGES),
                    new Line("/desk/sms-masuk", "sms.nav", Permission.HANDLE_SMS),
                    new Line("/desk/wall/layar", "screen.nav", Permission.SHOW_WALL)),
            new Part(
                    "page.nav.administration",
                    new Line("/camunda/app/cockpit", "page.nav.cockpit", Permission.WATCH_PROCESSES),
                    new Line("/desk/penerima-laporan", "tier.partner.title", Permission.MANAGE_TIER_PARTNERS),
                    new Line("/setup", "page.nav.setup", Permission.SET_UP),
                    new Line("/setup/sms", "sms.gateway.nav", Permission.SET_UP),
                    new Line("/setup/publik", "public.nav", Permission.SET_PUBLIC_VIEW),
                    new Line("/setup/latihan", "rehearsal.setup.nav", Permission.RUN_PRACTICE),
                    new Line("/bantuan-akun", "page.nav.accounts", Permission.HELP_WITH_ACCOUNTS),
                    new Line("/desk/mutu", "evaluation.quality.nav", Permission.READ_DESK_QUALITY),
                    new Line("/desk/audit", "page.nav.audit", Permission.READ_AUDIT)));

    private Navigation() {}

    /** @param incidents how many are open, counted up to 100 */
    static List<PageFrame.Section> of(Actor actor, String path, int incidents) {
        var current = PARTS.stream()
                .flatMap(Part::lines)
                .filter(line -> line.isFor(actor))
                .map(Line::url)
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return PARTS.stream()
                .map(part -> part.section(actor, current, incidents))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /** @param label message key of its menu; null when it stands in the open, as does a menu that would hold a single line */
    private record Part(@Nullable String label, List<Line> all) {

        Part(@Nullable String label, Line... lines) {
            this(label, List.of(lines));
        }

        Stream<Line> lines() {
            return all.stream();
        }

        PageFrame.Section section(Actor actor, String current, int incidents) {
            var entries = lines().filter(line -> line.isFor(actor))
                    .map(line -> new PageFrame.Entry(
                            line.url(),
                            line.label(),
                            line.url().equals(current),
                            line.url().equals(INCIDENTS) ? incidents : 0))
                    .toList();
            return new PageFrame.Section(entries.size() == 1 ? null : label, entries);
        }
    }

    /**
     * @param needs one of these; none for a line that everybody sees
     * @param instead whoever may do this has a better way
     */
    private record Line(String url, String label, List<Permission> needs, @Nullable Permission instead) {

        Line(String url, String label, Permission... needs) {
            this(url, label, List.of(needs), null);
        }

        Line unless(Permission better) {
            return new Line(url, label, needs, better);
        }

        boolean isFor(Actor actor) {
            return (instead == null || !actor.may(instead))
                    && (needs.isEmpty() || needs.stream().anyMatch(actor::may));
        }
    }
}
