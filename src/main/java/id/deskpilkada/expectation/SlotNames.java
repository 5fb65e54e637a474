package id.deskpilkada.expectation;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How people call the reports of a slot: "Pemungutan 10.00", "Kesiapan H-1", "C1 Bupati". */
@Component
public class SlotNames {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource texts;

    SlotNames(MessageSource texts) {
        this.texts = texts;
    }

    /** The name in the caller's language; of the kind alone where neither slot nor race is given. */
    public String of(ReportKind kind, @Nullable String slot, @Nullable RaceRef race) {
        return of(kind, slot, race, Messages.locale());
    }

    /** The name as it stands in tasks and messages, which are Indonesian whoever causes them. */
    public String indonesian(ReportKind kind, @Nullable String slot, @Nullable RaceRef race) {
        return of(kind, slot, race, INDONESIAN);
    }

    private String of(ReportKind kind, @Nullable String slot, @Nullable RaceRef race, Locale language) {
        var name = texts.getMessage("expected.kind." + kind, new Object[0], language);
        return kind == ReportKind.C1 || slot == null
                ? (name + " " + (race == null ? "" : race.name())).strip()
                : name + " " + slot;
    }
}
