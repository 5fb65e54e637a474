package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.screening.Screening.Result;
import id.deskpilkada.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the page as they were sent: {@code hasil.<officer>} and its neighbours. A row without a result, or as it was before, is left alone. */
@Component
class ScreeningForm {

    private static final String RESULT = "hasil.";

    private final ScreeningRules rules;
    private final Regions regions;

    ScreeningForm(ScreeningRules rules, Regions regions) {
        this.rules = rules;
        this.regions = regions;
    }

    LocalDate today() {
        return rules.today();
    }

    /** For the template: where an officer works. */
    public String place(String area) {
        return area.length() > 10
                ? "TPS " + area.substring(10) + " " + regions.name(area.substring(0, 10))
                : regions.name(area);
    }

    /** For the template: a telephone number as people write it. */
    public String phone(String number) {
        return new PhoneNumber(number).readable();
    }

    /** For the template: a screening as a row's hidden field keeps it, so that an untouched row is told from a changed one. */
    public String mark(@Nullable Screening screening) {
        return screening == null
                ? ""
                : screening.screenedOn() + " " + screening.result() + " " + insurance(screening.insured()) + " "
                        + screening.followUpDone();
    }

    static String insurance(@Nullable Boolean insured) {
        if (insured == null) {
            return "";
        }
        return insured ? "ya" : "tidak";
    }

    /** @throws Problem 422 with the rows whose day cannot be read */
    Map<Long, Screening> read(Map<String, String> fields) {
        Map<Long, Screening> read = new LinkedHashMap<>();
        List<FieldProblem> wrong = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(RESULT) && name.substring(RESULT.length()).matches("[0-9]{1,18}")) {
                var officer = name.substring(RESULT.length());
                var screening = row(officer, value, fields, wrong);
                if (screening != null && !mark(screening).equals(fields.getOrDefault("semula." + officer, ""))) {
                    read.put(Long.parseLong(officer), screening);
                }
            }
        });
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", wrong);
        }
        return read;
    }

    private static @Nullable Screening row(
            String officer, String result, Map<String, String> fields, List<FieldProblem> wrong) {
        if (!result.equals(Result.AT_RISK.name()) && !result.equals(Result.NOT_AT_RISK.name())) {
            return null;
        }
        var written = fields.getOrDefault("tanggal." + officer, "");
        var day = ScreeningImporter.parsed(written);
        if (day.isEmpty()) {
            wrong.add(FieldProblem.field("tanggal." + officer, written, "NOT_A_DAY"));
            return null;
        }
        var insurance = fields.getOrDefault("jkn." + officer, "");
        var kind = Result.valueOf(result);
        return new Screening(
                day.get(),
                kind,
                insurance.isEmpty() ? null : insurance.equals("ya"),
                kind == Result.AT_RISK && fields.containsKey("selesai." + officer));
    }
}
