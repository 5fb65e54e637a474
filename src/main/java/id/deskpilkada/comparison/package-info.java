/** Our figures beside those that KPU publishes: imported, compared place by place, differences traced; our record is never changed here. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: web",
            "platform :: work",
            "platform :: audit",
            "platform :: document",
            "region",
            "election",
            "staff",
            "imports",
            "c1"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.comparison;
