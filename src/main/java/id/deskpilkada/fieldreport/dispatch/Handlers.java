package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Problem;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The features that take reports; known once all are there, because they themselves use the ledger. */
@Component
public class Handlers implements SmartInitializingSingleton {

    private final ObjectProvider<FieldReportHandler> beans;
    private Map<ReportKind, FieldReportHandler> handlers = Map.of();

    Handlers(ObjectProvider<FieldReportHandler> beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var found = new EnumMap<ReportKind, FieldReportHandler>(ReportKind.class);
        for (var handler : beans) {
            for (var kind : handler.kinds()) {
                if (found.put(kind, handler) != null) {
                    throw new IllegalStateException("two features want reports of kind " + kind);
                }
            }
        }
        handlers = found;
    }

    /** @throws Problem 422 {@code KIND_NOT_SERVED} */
    public FieldReportHandler of(ReportKind kind) {
        var handler = handlers.get(kind);
        if (handler == null) {
            throw Problem.unprocessable("KIND_NOT_SERVED", kind.name());
        }
        return handler;
    }
}
