#!/usr/bin/env bash
# Weka 3.8.7 (weka-stable): HierarchicalClusterer with link type WARD does not merge by Ward's criterion.
#
# Data: the four numbers 1, 9, 18, 28; not normalised; two clusters wanted.
# Ward (1963) merges the pair that raises the sum of squared distances to the centres least:
#   first 1 and 9 (+32), then 18 and 28 (+50), because 18 would cost {1, 9} 2/3 * 13^2 = 112.67. Clusters: {1, 9} {18, 28}, sum of squares 82.
# Expected: 0 0 1 1
# Seen:     0 0 0 1, sum of squares 144.67. The distances are added up without being squared: 18 then costs {1, 9} 9.33, and 28 costs 18 ten.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>nz.ac.waikato.cms.weka</groupId><artifactId>weka-stable</artifactId><version>3.8.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=classpath > /dev/null
cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import weka.clusterers.HierarchicalClusterer;
import weka.core.*;

class Finding {
    public static void main(String[] args) throws Exception {
        Instances data = new Instances("numbers", new ArrayList<>(List.of(new Attribute("x"))), 4);
        for (double x : new double[] {1, 9, 18, 28}) {
            data.add(new DenseInstance(1, new double[] {x}));
        }
        EuclideanDistance distance = new EuclideanDistance();
        distance.setDontNormalize(true);
        HierarchicalClusterer clusterer = new HierarchicalClusterer();
        clusterer.setDistanceFunction(distance);
        clusterer.setLinkType(new SelectedTag("WARD", HierarchicalClusterer.TAGS_LINK_TYPE));
        clusterer.setNumClusters(2);
        clusterer.buildClusterer(data);
        StringBuilder labels = new StringBuilder();
        for (Instance row : data) {
            labels.append(' ').append(clusterer.clusterInstance(row));
        }
        System.out.println(labels.substring(1));
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dcom.github.fommil.netlib.ARPACK=com.github.fommil.netlib.F2jARPACK -cp "$(cat classpath)" Finding.java)
echo "Ward: 0 0 1 1   Weka: $seen"
[ "$seen" = "0 0 0 1" ]
