package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Comparison.Entry;
import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.RuleResult;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays a form out for the person who works on it: the reporter, the second person, the desk. */
@Service
@Transactional
class C1Work {

    private final C1Reading reading;
    private final C1Reach reach;
    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Traces traces;
    private final C1Sheets sheets;
    private final C1TaskLabels labels;
    private final Staff staff;
    private final Messages messages;

    C1Work(
            C1Reading reading,
            C1Reach reach,
            C1FormRepository forms,
            C1Versions versions,
            C1Traces traces,
            C1Sheets sheets,
            C1TaskLabels labels,
            Staff staff,
            Messages messages) {
        this.reading = reading;
        this.reach = reach;
        this.forms = forms;
        this.versions = versions;
        this.traces = traces;
        this.sheets = sheets;
        this.labels = labels;
        this.staff = staff;
        this.messages = messages;
    }

    C1SheetView sheet(C1Case about, Actor actor) {
        return reach.to(about, actor, () -> laidOut(about, actor));
    }

    private C1SheetView laidOut(C1Case about, Actor actor) {
        var view = reading.view(about, actor);
        var form = forms.find(about).orElse(null);
        var extent = view.withheld() && form != null ? form.extent() : Extent.ALL;
        var standing = view.versions().isEmpty() || form == null ? null : standing(view, form);
        return new C1SheetView(
                view.disclaimer(),
                view.election(),
                view.round(),
                view.race(),
                about.race().name(),
                view.tps(),
                labels.station(about),
                about.round().law().name(),
                extent.name(),
                view.state(),
                view.withheld(),
                sheets.of(about, extent).sections(),
                view.photos(),
                form == null ? null : rejection(form),
                standing == null ? null : standing.data(),
                standing == null ? List.of() : findings(standing),
                form != null && !view.withheld() ? comparison(form, actor) : null);
    }

    private static C1View.VersionView standing(C1View view, C1Form form) {
        return view.versions().stream()
                .filter(version -> version.no() == form.standingNo())
                .findFirst()
                .orElseThrow();
    }

    static List<C1View.RuleView> findings(C1View.VersionView version) {
        return version.rules().stream()
                .filter(rule -> rule.result() == RuleResult.Result.FAILED)
                .toList();
    }

    private @Nullable String rejection(C1Form form) {
        return traces.openRejection(form)
                .map(reason -> messages.text("c1.page.photo." + reason))
                .orElse(null);
    }

    private @Nullable C1Comparison comparison(C1Form form, Actor actor) {
        if (!actor.may(Permission.DECIDE_C1, form.tps())
                || form.state() != FormState.DISPUTED && !form.correctionOpen()) {
            return null;
        }
        var copies = new ArrayList<>(versions.of(form.id()));
        var from = form.decided() ? form.standingNo() : firstOfDispute(copies);
        var entries = new ArrayList<Entry>();
        copies.stream().filter(version -> version.no() >= from).forEach(version -> entries.add(copied(version)));
        if (!form.decided()) {
            traces.rekeyings(form).stream()
                    .filter(rekeying -> rekeying.versionNo() >= from)
                    .forEach(rekeying -> entries.add(rekeyed(rekeying)));
        }
        return C1Comparison.of(entries);
    }

    /** Copies before the reporter's last own correction are no longer anybody's word. */
    private static int firstOfDispute(List<C1Version> copies) {
        return copies.stream()
                .filter(version -> version.origin() == C1Version.Origin.FIRST
                        || version.origin() == C1Version.Origin.OWN_CORRECTION
                        || version.origin() == C1Version.Origin.COMPLETION)
                .mapToInt(C1Version::no)
                .max()
                .orElse(1);
    }

    private Entry copied(C1Version version) {
        return new Entry(
                "",
                version.no(),
                false,
                Extent.ALL.name(),
                version.data(),
                staff.name(version.reporterId()),
                version.source(),
                version.reason(),
                version.capturedAt());
    }

    private Entry rekeyed(C1Traces.Rekeying rekeying) {
        return new Entry(
                "",
                rekeying.versionNo(),
                true,
                rekeying.extent().name(),
                rekeying.data(),
                staff.name(rekeying.verifierId()),
                null,
                null,
                rekeying.at());
    }
}
