package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Version.Origin;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.C1DataReader;
import id.deskpilkada.c1.written.C1Facts;
import id.deskpilkada.c1.written.C1Rules;
import id.deskpilkada.c1.written.RuleResult;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.VoterListRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what the field copied, as it is: a new version each time, never an overwrite, nothing refused because sums are wrong. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class C1Capture {

    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Photos photos;
    private final C1Totals totals;
    private final Elections elections;
    private final ExpectedReports expected;
    private final C1SaidBefore before;
    private final Clock clock;

    C1Capture(
            C1FormRepository forms,
            C1Versions versions,
            C1Photos photos,
            C1Totals totals,
            Elections elections,
            ExpectedReports expected,
            C1SaidBefore before,
            Clock clock) {
        this.forms = forms;
        this.versions = versions;
        this.photos = photos;
        this.totals = totals;
        this.elections = elections;
        this.expected = expected;
        this.before = before;
        this.clock = clock;
    }

    C1Data read(C1Case about, FieldReport report) {
        return C1DataReader.read(report.data(), about.race().ballotNumbers());
    }

    /** The version of this form that says that already: the one that stands, or one that is being disputed or corrected. */
    Optional<C1Version> repeated(C1Form form, FieldReport report, C1Data data) {
        var asked = form.state() == FormState.DISPUTED || form.correctionOpen()
                ? versions.of(form.id())
                : List.of(versions.get(form.id(), form.standingNo()));
        return asked.stream()
                .filter(version -> before.repeats(form, version, report, data))
                .reduce((earlier, later) -> later);
    }

    void addPhotos(C1Case about, FieldReport report) {
        photos.add(about, C1PhotoNames.of(report.data()), report.id(), clock.instant());
    }

    /** Writes a report down as the form's next version; a report of photos only adds them. */
    void record(C1Case about, FieldReport report) {
        addPhotos(about, report);
        Optional<C1Form> known = forms.lock(about);
        if (report.kind() == ReportKind.C1_PHOTOS) {
            return;
        }
        var data = read(about, report);
        if (known.isEmpty()) {
            first(about, report, data);
        } else if (repeated(known.get(), report, data).isEmpty()) {
            next(about, known.get(), report, data);
        }
    }

    private void first(C1Case about, FieldReport report, C1Data data) {
        var rules = rules(about, data);
        var form = forms.save(new C1Form(about, C1Rules.holds(rules)));
        versions.add(form.id(), version(1, Origin.FIRST, report, data, rules));
        expected.received(about.round().id(), ReportKind.C1, "C1", about.race().id(), about.tps(), report.receivedAt());
        totals.changed(form);
    }

    private void next(C1Case about, C1Form form, FieldReport report, C1Data data) {
        var rules = rules(about, data);
        var origin = origin(form, report, data);
        switch (origin) {
            case OWN_CORRECTION, COMPLETION -> form.correct(C1Rules.holds(rules));
            case LATE_CORRECTION -> form.addDecided();
            default -> form.dispute();
        }
        versions.add(form.id(), version(form.currentNo(), origin, report, data, rules));
        totals.changed(form);
    }

    private Origin origin(C1Form form, FieldReport report, C1Data data) {
        if (form.decided()) {
            return Origin.LATE_CORRECTION;
        }
        var current = versions.get(form.id(), form.currentNo());
        if (form.verificationBegan()) {
            return Origin.CONFLICT;
        }
        if (current.brief() && current.data().saysNoMoreThan(data)) {
            return Origin.COMPLETION;
        }
        return current.reporterId() == report.reporterId() && !before.isOlder(report, current)
                ? Origin.OWN_CORRECTION
                : Origin.CONFLICT;
    }

    private C1Version version(int no, Origin origin, FieldReport report, C1Data data, List<RuleResult> rules) {
        @Nullable
        String reason =
                report.data().hasNonNull("reason") ? report.data().get("reason").asText() : null;
        return new C1Version(
                no,
                origin,
                report.id(),
                data,
                rules,
                report.source().name(),
                report.reporterId(),
                report.enteredById(),
                reason,
                report.receivedAt());
    }

    /** The rules over a form as its TPS, its village and its voter list stand now. */
    List<RuleResult> rules(C1Case about, C1Data data) {
        Integer dpt = elections
                .voterList(about.race().id(), about.tps())
                .map(VoterListRef::total)
                .orElse(null);
        Integer pages = data.form() == null ? null : about.pages(data.form().name());
        var facts = new C1Facts(
                C1Facts.Law.valueOf(about.round().law().name()),
                about.race().ballotNumbers(),
                dpt,
                photos.named(about),
                pages,
                about.code().special(),
                versions.votersOfOtherRaces(about),
                versions.votesOfVillage(about),
                photos.anyUsedElsewhere(about));
        return C1Rules.evaluate(data, facts);
    }
}
