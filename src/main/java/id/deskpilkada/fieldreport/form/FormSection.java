package id.deskpilkada.fieldreport.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that stand together on a form. @param title null where they need none */
public record FormSection(@Nullable Wording title, List<DataField> fields) {

    public FormSection {
        fields = List.copyOf(fields);
    }
}
