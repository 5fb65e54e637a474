package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Messages;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as a program draws it, in the reader's language.
 *
 * @param stage what {@code data.stage} has to say; absent where the kind has none
 * @param needs what a report of this kind names beside its data: tps, race, slot
 * @param anyOf paths of which at least one is named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FormView(
        ReportKind kind,
        @Nullable String race,
        @Nullable String raceName,
        @Nullable String stage,
        List<String> slots,
        List<String> needs,
        String title,
        List<String> anyOf,
        List<Section> sections,
        List<Sum> sums) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Section(@Nullable String title, List<FieldView> fields) {}

    /** @param refused whether the server refuses numbers that do not make it */
    record Sum(String rule, String text, boolean refused, String total, List<String> parts) {}

    static FormView of(DataForm form, Messages messages) {
        RaceRef race = form.race();
        return new FormView(
                form.kind(),
                race == null ? null : race.code(),
                race == null ? null : race.name(),
                form.stage(),
                form.slots(),
                needs(form.kind()),
                form.title().in(messages),
                form.oneOf(),
                form.sections().stream()
                        .map(section -> section(section, messages))
                        .filter(section -> !section.fields().isEmpty())
                        .toList(),
                form.sums().stream()
                        .map(sum ->
                                new Sum(sum.rule(), sum.words().in(messages), sum.refused(), sum.total(), sum.parts()))
                        .toList());
    }

    private static List<String> needs(ReportKind kind) {
        return Stream.of(
                        kind.needsTps() ? "tps" : null,
                        kind.needsRace() ? "race" : null,
                        kind.needsSlot() ? "slot" : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Section section(FormSection section, Messages messages) {
        return new Section(
                section.title() == null ? null : section.title().in(messages),
                section.fields().stream()
                        .filter(field -> field.look().drawn())
                        .map(field -> FieldView.of(field, messages))
                        .toList());
    }
}
