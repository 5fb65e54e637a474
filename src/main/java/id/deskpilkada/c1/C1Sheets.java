package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.C1Sheet.Cell;
import id.deskpilkada.c1.C1Sheet.Line;
import id.deskpilkada.c1.C1Sheet.Section;
import id.deskpilkada.c1.written.C1DataForm;
import id.deskpilkada.c1.written.C1Facts;
import id.deskpilkada.c1.written.C1Fields;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.FormSection;
import id.deskpilkada.fieldreport.form.Wording;
import id.deskpilkada.platform.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets the printed form of a race in the reader's language, from its description. */
@Component
class C1Sheets {

    private final Messages messages;

    C1Sheets(Messages messages) {
        this.messages = messages;
    }

    C1Sheet of(C1Case about, Extent extent) {
        var race = about.race();
        var numbers = race.ballotNumbers();
        var wanted = Set.copyOf(extent == Extent.ALL ? C1Fields.all(numbers) : C1Fields.sectionsFourAndFive(numbers));
        var law = C1Facts.Law.valueOf(about.round().law().name());
        return new C1Sheet(C1DataForm.of(race, law).sections().stream()
                .filter(section -> section.title() != null
                        && section.fields().stream().map(DataField::path).allMatch(wanted::contains))
                .map(this::section)
                .toList());
    }

    private Section section(FormSection section) {
        var lines = new LinkedHashMap<String, List<DataField>>();
        section.fields().forEach(field -> lines.computeIfAbsent(
                        String.valueOf(field.look().printed()), place -> new ArrayList<>())
                .add(field));
        return new Section(
                said(section.title()), lines.values().stream().map(this::line).toList());
    }

    private Line line(List<DataField> columns) {
        var first = columns.get(0);
        var look = first.look();
        return new Line(
                look.heading() == null ? null : said(look.heading()),
                String.valueOf(look.printed()),
                said(look.line()),
                ballotNumber(first.path()),
                columns.stream().map(this::cell).toList());
    }

    private Cell cell(DataField field) {
        var column = field.look().column();
        return new Cell(
                field.path(),
                column == null ? null : said(column),
                field.label().in(messages));
    }

    private String said(@Nullable Wording wording) {
        return Objects.requireNonNull(wording).in(messages);
    }

    private static @Nullable Integer ballotNumber(String path) {
        return path.startsWith(C1Fields.VOTES) ? Integer.valueOf(path.substring(C1Fields.VOTES.length())) : null;
    }
}
