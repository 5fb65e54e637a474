package id.deskpilkada.comparison.official;

/** What an imported file is, told by its content. */
public enum OfficialFormat {
    TABLE,
    KPU_JSON,
    KPU_ZIP
}
