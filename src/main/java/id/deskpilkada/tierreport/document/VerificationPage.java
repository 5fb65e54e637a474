package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.SealCheck;
import id.deskpilkada.tierreport.seal.Verdict;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where anybody who holds a report checks whether it is genuine; the QR code of every document leads here. */
@Hidden
@Controller
class VerificationPage {

    private static final int LONGEST = 100;

    private final SealCheck check;
    private final TierReportRows rows;
    private final Words words;
    private final SystemTransactions transactions;

    VerificationPage(SealCheck check, TierReportRows rows, Words words, SystemTransactions transactions) {
        this.check = check;
        this.rows = rows;
        this.words = words;
        this.transactions = transactions;
    }

    /** @param kode as typed, null to be asked for it */
    @GetMapping("/public/laporan")
    String ask(
            @RequestParam(required = false) @Nullable String kode,
            @RequestParam(required = false) @Nullable String d,
            Model model) {
        return kode == null || kode.isBlank() ? "public/laporan" : shown(kode.strip(), d, model);
    }

    @GetMapping("/public/laporan/{code}")
    String of(@PathVariable String code, @RequestParam(required = false) @Nullable String d, Model model) {
        return shown(code, d, model);
    }

    private String shown(String typed, @Nullable String typedDigest, Model model) {
        var code = shortened(typed);
        var digest = typedDigest == null || typedDigest.isBlank()
                ? null
                : shortened(typedDigest).replaceAll("[\\s.…]", "");
        var verdict = check.check(code, digest);
        model.addAttribute("code", code);
        model.addAttribute("digest", digest);
        model.addAttribute("answer", verdict.answer().name());
        model.addAttribute("report", report(verdict).orElse(null));
        return "public/laporan";
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    private Optional<CheckedReport> report(Verdict verdict) {
        var report = verdict.report();
        var seal = verdict.seal();
        if (report == null || seal == null) {
            return Optional.empty();
        }
        var snapshot = transactions.read(
                "verification-page", () -> CanonicalJson.read(rows.snapshot(report.id()), Snapshot.class));
        return Optional.of(CheckedReport.of(report, snapshot, seal, verdict.newest(), words));
    }
}
