package api

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/pb33f/libopenapi"

	"github.com/chancery-project/chancery/internal/desk/desktest"
)

// addresses are all that the API is to have. Another one belongs here and into
// docs/api.md.
var addresses = strings.Fields(`
	GET/api/v1/audit GET/api/v1/brief GET/api/v1/check GET/api/v1/conflicts GET/api/v1/corrections POST/api/v1/corrections
	POST/api/v1/corrections/{id}/undo GET/api/v1/engagements GET/api/v1/engagements/{eid} GET/api/v1/export/{format}
	GET/api/v1/outlook POST/api/v1/read GET/api/v1/reports POST/api/v1/reports POST/api/v1/reports/bulk GET/api/v1/reports/{id}
	GET/api/v1/review GET/api/v1/search GET/api/v1/stats GET/api/v1/timeline GET/api/v1/upcoming`)

// TestDescriptionIsOpenAPI reads the description with another library, follows
// every reference, and wants every address in it and on the page of the API.
func TestDescriptionIsOpenAPI(t *testing.T) {
	h := served(t, desktest.Empty(t))
	text := ask(t, h, "GET", "/api/openapi.json", "").Body.Bytes()
	doc, err := libopenapi.NewDocument(text)
	if err != nil {
		t.Fatal(err)
	}
	if doc.GetVersion() != "3.1.0" {
		t.Errorf("version %s", doc.GetVersion())
	}
	model, err := doc.BuildV3Model()
	if err != nil {
		t.Fatal(err)
	}
	if circles := model.Index.GetCircularReferences(); len(circles) > 0 {
		t.Errorf("schemas go round in circles: %v", circles)
	}
	found := map[string]bool{}
	ids := map[string]bool{}
	for path, item := range model.Model.Paths.PathItems.FromOldest() {
		for method, op := range item.GetOperations().FromOldest() {
			found[strings.ToUpper(method)+path] = true
			if op.OperationId == "" || ids[op.OperationId] || op.Summary == "" || len(op.Tags) != 1 {
				t.Errorf("%s %s: id %q, summary %q, tags %v", method, path, op.OperationId, op.Summary, op.Tags)
			}
			ids[op.OperationId] = true
			in := map[string]bool{}
			for _, p := range op.Parameters {
				in[p.Name] = p.In == "path"
				if p.Schema == nil {
					t.Errorf("%s %s: parameter %s has no schema", method, path, p.Name)
				}
			}
			for _, m := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(path, -1) {
				if !in[m[1]] {
					t.Errorf("%s %s: %s is no path parameter", method, path, m[1])
				}
			}
			if (method == "post" && path != "/api/v1/read") != (len(op.Security) > 0) {
				t.Errorf("%s %s: security %v", method, path, op.Security)
			}
			if op.Responses == nil || op.Responses.Codes.Len() == 0 {
				t.Errorf("%s %s: no responses", method, path)
			}
		}
	}
	page := ask(t, h, "GET", "/api/", "").Body.String()
	manual, err := os.ReadFile("../../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		method, path, _ := strings.Cut(a, "/")
		if !found[a] {
			t.Errorf("the description lacks %s /%s", method, path)
		}
		delete(found, a)
		if !strings.Contains(page, method+`</span> <code>/`+path+`</code>`) {
			t.Errorf("the page lacks %s /%s", method, path)
		}
		if last := path[strings.LastIndex(path, "/v1/")+3:]; !strings.Contains(string(manual), last+"`") {
			t.Errorf("docs/api.md lacks %s", last)
		}
	}
	for a := range found {
		t.Errorf("the description has %s, which is in no list", a)
	}
	for _, room := range []string{"Engagement", "Judgement", "Arrangement", "OpenInvitation", "Brief", "ReadingReading", "RecordCorrection", "ErrorModel"} {
		if _, ok := model.Model.Components.Schemas.Get(room); !ok {
			t.Errorf("no schema %s", room)
		}
	}
	for _, bad := range []string{"<script", "http://", "https://", "style="} {
		if strings.Contains(page, bad) {
			t.Errorf("the page of the API has %q", bad)
		}
	}
}
