package id.deskpilkada.audit;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.time.ZoneId;
import java.util.HashMap;
import org.springframework.stereotype.Service;

/** Lets supervisors and administrators of the whole installation look at the trail; that they did is in the trail too. */
@Service
class AuditReading {

    static final int MOST_ROWS_OF_A_SHEET = 100_000;

    private final AuditLines lines;
    private final Audit audit;
    private final Regions regions;
    private final DeskSettings settings;

    AuditReading(AuditLines lines, Audit audit, Regions regions, DeskSettings settings) {
        this.lines = lines;
        this.audit = audit;
        this.regions = regions;
        this.settings = settings;
    }

    ZoneId zone() {
        return regions.zone();
    }

    /** @throws Problem 403 {@code FORBIDDEN} */
    Page<AuditLine> page(AuditQuestion question, int page, int size, Actor actor) {
        actor.require(Permission.READ_AUDIT, settings.regency());
        audit.record("audit.viewed", null, settings.regency(), question.told());
        return lines.page(question, page, size);
    }

    /** @throws Problem 403 {@code FORBIDDEN}, 422 {@code EXPORT_TOO_LARGE} for a sheet */
    void beginExport(AuditQuestion question, String format, Actor actor) {
        actor.require(Permission.READ_AUDIT, settings.regency());
        if (format.equals("xlsx") && lines.count(question) > MOST_ROWS_OF_A_SHEET) {
            throw Problem.unprocessable("EXPORT_TOO_LARGE", MOST_ROWS_OF_A_SHEET);
        }
        var told = new HashMap<>(question.told());
        told.put("format", format);
        audit.record("audit.exported", null, settings.regency(), told);
    }
}
