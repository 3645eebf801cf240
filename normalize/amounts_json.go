package normalize

import (
	"bytes"
	"encoding/json"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// amountExtras are the members that an Amount adds to a quantity.
type amountExtras struct {
	Name       string           `json:"name,omitempty"`
	FiscalYear model.FiscalYear `json:"fiscal_year,omitempty"`
	AsOf       model.Date       `json:"as_of,omitempty"`
	Note       string           `json:"note,omitempty"`
	Fraction   string           `json:"fraction,omitempty"`
	Ordinal    int              `json:"ordinal,omitempty"`
	From       *json.Number     `json:"from,omitempty"`
	To         *json.Number     `json:"to,omitempty"`
	Missing    bool             `json:"missing,omitempty"`
	Reason     string           `json:"no_actual_reason,omitempty"`
}

// MarshalJSON writes the quantity as the contract does, with the further
// members behind.
func (a Amount) MarshalJSON() ([]byte, error) {
	extras, err := json.Marshal(amountExtras{a.Name, a.FiscalYear, a.AsOf, a.Note, a.Fraction, a.Ordinal, jsonNumber(a.From), jsonNumber(a.To), a.Missing, a.Reason})
	if err != nil || a.Quantity == nil {
		return extras, err
	}
	quantity, err := json.Marshal(*a.Quantity)
	if err != nil || string(extras) == "{}" {
		return quantity, err
	}
	return bytes.Join([][]byte{quantity[:len(quantity)-1], extras[1:]}, []byte(",")), nil
}

func jsonNumber(d *decimal.Decimal) *json.Number {
	if d == nil {
		return nil
	}
	n := json.Number(d.String())
	return &n
}
