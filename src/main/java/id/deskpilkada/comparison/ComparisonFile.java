package id.deskpilkada.comparison;

import id.deskpilkada.comparison.ComparisonView.Line;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.SafeCell;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.platform.document.Sheets.Column;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The comparison as a file, with the filters of the list. That it left is recorded before its first byte. */
@Component
class ComparisonFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int BATCH = 500;

    private final ComparisonReading reading;
    private final Differences differences;
    private final DifferenceReading traced;
    private final FieldLabels labels;
    private final SetPlans plans;
    private final Regions regions;
    private final Messages messages;
    private final Audit audit;

    ComparisonFile(
            ComparisonReading reading,
            Differences differences,
            DifferenceReading traced,
            FieldLabels labels,
            SetPlans plans,
            Regions regions,
            Messages messages,
            Audit audit) {
        this.reading = reading;
        this.differences = differences;
        this.traced = traced;
        this.labels = labels;
        this.plans = plans;
        this.regions = regions;
        this.messages = messages;
        this.audit = audit;
    }

    /** What a file is made of, allowed and recorded. */
    record Order(RoundRef round, RaceRef race, Region region, @Nullable Outcome outcome) {}

    @Transactional
    Order begin(
            RoundRef round,
            RaceRef race,
            @Nullable String code,
            @Nullable Outcome outcome,
            String format,
            Actor actor) {
        var region = regions.asked(code, Permission.READ_COMPARISON, actor);
        audit.record("comparison.exported", format, region.area(), Map.of("race", race.code()));
        return new Order(round, race, region, outcome);
    }

    /** Comma, UTF-8 without byte order mark, a line for each TPS; every line carries the disclaimer. */
    @Transactional(readOnly = true)
    void csv(Order order, OutputStream out) {
        try {
            var csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            var paths = List.copyOf(labels.all(order.race()).keySet());
            var header = new ArrayList<>(List.of("tps", "place", "outcome", "version"));
            paths.forEach(path -> header.addAll(List.of("ours_" + path, "official_" + path)));
            header.add("disclaimer");
            csv.printRecord(header);
            var disclaimer = PracticeMark.line(order.round(), messages.text("disclaimer"));
            each(order, line -> print(csv, line, paths, disclaimer));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void each(Order order, Consumer<Line> consumer) {
        plans.within(() -> {
            reading.eachStation(order.round(), order.race().id(), order.region().area(), order.outcome(), consumer);
            return order;
        });
    }

    private static void print(CSVPrinter csv, Line line, List<String> paths, String disclaimer) {
        try {
            csv.print(line.place().code());
            csv.print(SafeCell.escape(line.place().name()));
            csv.print(line.outcome().name());
            csv.print(line.version());
            for (var path : paths) {
                csv.print(line.ours().get(path));
                csv.print(line.official().get(path));
            }
            csv.print(disclaimer);
            csv.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four sheets: a summary with the causes, TPS, regions, differences. */
    @Transactional(readOnly = true)
    void xlsx(Order order, OutputStream out) {
        try (var sheets = Sheets.into(out, PracticeMark.over(order.round()))) {
            summary(order, sheets);
            var numbers = labels.all(order.race());
            sheets.sheet(messages.text("compare.file.stations"), places(numbers));
            each(order, line -> row(sheets, line, numbers));
            sheets.sheet(messages.text("compare.file.regions"), places(numbers));
            reading.everyRegion(
                            order.round().id(),
                            order.race().id(),
                            order.region().area())
                    .forEach(line -> row(sheets, line, numbers));
            differences(order, sheets);
        }
    }

    private void summary(Order order, Sheets sheets) {
        long round = order.round().id();
        long race = order.race().id();
        sheets.sheet(
                messages.text("compare.file.summary"),
                List.of(text("compare.file.what", 44), text("compare.file.count", 12)));
        reading.counts(round, race, order.region().area())
                .forEach((outcome, count) -> sheets.row(messages.text("compare.outcome." + outcome), count));
        differences
                .causes(round, race, order.region().area())
                .forEach((cause, count) -> sheets.row(
                        messages.text((cause.equals("OPEN") ? "compare.state." : "compare.cause.") + cause), count));
        sheets.row(messages.text("compare.file.disclaimer"), messages.text("disclaimer"));
    }

    private List<Column> places(Map<String, String> numbers) {
        var columns = new ArrayList<>(List.of(
                text("compare.file.code", 16),
                text("compare.file.place", 30),
                text("compare.file.outcome", 24),
                text("compare.file.version", 10)));
        numbers.values().forEach(label -> {
            columns.add(Column.of(messages.text("compare.file.ours", label), 14));
            columns.add(Column.of(messages.text("compare.file.official", label), 14));
        });
        return columns;
    }

    private Column text(String key, int width) {
        return Column.of(messages.text(key), width);
    }

    private void row(Sheets sheets, Line line, Map<String, String> numbers) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(line.place().code());
        cells.add(line.place().name());
        cells.add(messages.text("compare.outcome." + line.outcome()));
        cells.add(line.version());
        numbers.keySet().forEach(path -> {
            cells.add(line.ours().get(path));
            cells.add(line.official().get(path));
        });
        sheets.row(cells.toArray());
    }

    private void differences(Order order, Sheets sheets) {
        sheets.sheet(
                messages.text("compare.file.differences"),
                List.of(
                        text("compare.file.code", 16),
                        text("compare.file.place", 30),
                        text("compare.file.district", 22),
                        text("compare.file.what", 60),
                        text("compare.page.state", 20),
                        text("compare.page.cause", 34),
                        text("compare.file.note", 40),
                        text("compare.file.correction", 12),
                        text("compare.file.by", 24),
                        text("compare.file.at", 18)));
        List<Difference> batch;
        long last = 0;
        do {
            batch = differences.after(
                    order.round().id(), order.race().id(), order.region().area(), last, BATCH);
            traced.views(batch).forEach(one -> row(sheets, one));
            last = batch.isEmpty() ? last : batch.get(batch.size() - 1).id();
        } while (batch.size() == BATCH);
    }

    private void row(Sheets sheets, DifferenceView one) {
        var what = one.fields().stream()
                .map(field -> messages.text(
                        "compare.page.field", field.label(), field.ours(), field.official(), field.difference()))
                .toList();
        var cause = one.cause();
        var at = one.tracedAt();
        sheets.row(
                one.place().code(),
                one.place().name(),
                one.district(),
                String.join("; ", what),
                messages.text("compare.state." + one.state()),
                cause == null ? null : messages.text("compare.cause." + cause),
                one.note(),
                one.correction() == null ? null : messages.text("compare.file.yes"),
                one.tracedBy(),
                at == null ? null : TIME.format(at.atZone(regions.zone())));
    }
}
