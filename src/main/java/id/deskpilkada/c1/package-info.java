/** Form C1 (C.Hasil): copied as written, checked by rules, verified blind by a second person. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: audit",
            "region",
            "election",
            "staff",
            "fieldreport",
            "fieldreport :: form",
            "expectation"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.c1;
