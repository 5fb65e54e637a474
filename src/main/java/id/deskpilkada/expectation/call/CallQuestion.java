package id.deskpilkada.expectation.call;

import id.deskpilkada.fieldreport.ReportKind;
import org.jspecify.annotations.Nullable;

/** What the page of the call list was asked; everything may be left out. */
record CallQuestion(
        @Nullable ReportKind kind,
        @Nullable String slot,
        @Nullable String race,
        @Nullable String region,
        @Nullable String election,
        @Nullable String round,
        @Nullable Integer page) {

    int pageNumber() {
        return page == null ? 0 : Math.max(page, 0);
    }
}
