package id.deskpilkada.comparison;

import id.deskpilkada.comparison.official.OfficialImport;

/** The comparison of one import, as its process names it: {@code <election>/<round>/<race>/<import>-<run>/<area>}. */
record ComparisonCase(long importId, String area) {

    private static final int IMPORT = 3;
    private static final int AREA = 4;

    static ComparisonCase of(String subject) {
        var parts = subject.split("/");
        return new ComparisonCase(Long.parseLong(parts[IMPORT].split("-")[0]), parts[AREA]);
    }

    static String written(String round, String race, OfficialImport about) {
        return "%s/%s/%d-%d/%s".formatted(round, race, about.id(), about.run(), about.area());
    }
}
